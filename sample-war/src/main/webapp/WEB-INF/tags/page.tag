<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="script" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="clerk" uri="io.github.clerkjakarta.pages" %>
<c:set var="root" value="${fn:escapeXml(pageContext.request.contextPath)}"/>
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><c:out value="${title}"/></title>
<link rel="icon" href="${root}/icon.svg">
<link rel="stylesheet" href="${root}/style.css">
<clerk:scripts/>
<c:if test="${not empty script}"><script defer src="${root}/${script}" nonce="${clerk.nonce}"></script></c:if>
</head>
<body>
<header>
<nav>
<c:forEach items="${links.all}" var="link"><a href="${root}${link.value}">${link.key}</a>
</c:forEach>
</nav>
<c:if test="${clerk.signedIn}">
<clerk:organizationSwitcher/>
<clerk:userButton/>
<form method="post" action="${root}/sign-out"><button id="sign-out">Sign out</button></form>
</c:if>
</header>
<main>
<h1><c:out value="${title}"/></h1>
<jsp:doBody/>
<section>
<h2>Who is calling</h2>
<dl>
<c:forEach items="${caller.facts}" var="fact">
<div><dt>${fact.key}</dt><dd id="${fn:toLowerCase(fact.key)}"><c:out value="${fact.value}"/></dd></div>
</c:forEach>
</dl>
</section>
</main>
</body>
</html>
