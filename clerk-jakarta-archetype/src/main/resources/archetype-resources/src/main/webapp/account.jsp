<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="clerk" uri="io.github.clerkjakarta.pages" %>
<!DOCTYPE html>
<html lang="en">
<head>
<title>Your account</title>
<link rel="icon" href="data:,">
<clerk:scripts/>
</head>
<body>
<h1>Your account</h1>
<clerk:organizationSwitcher/>
<clerk:userButton/>
<p>The server knows you as ${clerk.userId}.</p>
<clerk:show permission="org:invoices:create">
<jsp:attribute name="fallback"><p>Choose an organization in which you may create invoices.</p></jsp:attribute>
<jsp:body><p>You may create invoices.</p></jsp:body>
</clerk:show>
<p><a href="./">Home</a></p>
</body>
</html>
