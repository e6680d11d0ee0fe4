<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="clerk" uri="io.github.clerkjakarta.pages" %>
<!DOCTYPE html>
<html lang="en">
<head>
<title>Welcome</title>
<link rel="icon" href="data:,">
<clerk:scripts/>
</head>
<body>
<h1>Welcome</h1>
<clerk:show when="signed-in"><clerk:userButton/></clerk:show>
<clerk:show when="signed-out"><clerk:signInButton/></clerk:show>
<p><a href="account.jsp">Your account</a></p>
</body>
</html>
