<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="clerk" uri="io.github.clerkjakarta.pages" %>
<!DOCTYPE html>
<html lang="en">
<head>
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Books</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="style.css">
<clerk:scripts/>
</head>
<body>
<header>
<nav>
<a href="./">Home</a>
<a href="books">Books</a>
<a href="team.xhtml">Team</a>
</nav>
<clerk:organizationSwitcher/>
<clerk:userButton/>
</header>
<main>
<h1>Books</h1>
<p>A JSP. You are <b id="who"><c:out value="${clerk.user.fullName}"/></b>, with
<b id="organization">${empty clerk.orgSlug ? 'no organization' : clerk.orgSlug}</b>.</p>
<section>
<h2>Invoices</h2>
<ul id="invoices"><c:forEach items="${invoices}" var="number"><li>${number}</li></c:forEach></ul>
<clerk:show permission="org:invoices:create">
<jsp:attribute name="fallback"><p id="refused">Choose an organization in which you may create invoices.</p></jsp:attribute>
<jsp:body><form method="post" action="books"><button id="create">Create an invoice</button></form></jsp:body>
</clerk:show>
</section>
</main>
</body>
</html>
