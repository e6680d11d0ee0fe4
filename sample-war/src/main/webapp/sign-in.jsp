<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="clerk" uri="io.github.clerkjakarta.pages" %>
<%@ taglib prefix="sample" tagdir="/WEB-INF/tags" %>
<sample:page title="Sign in">
<clerk:show when="signed-out">
<jsp:attribute name="fallback"><p>You are signed in.</p></jsp:attribute>
<jsp:body>
<c:choose>
<c:when test="${empty clerk.domain}">
<clerk:signIn/>
<p class="quiet">Clerk's own form, on a page of this application. Or <clerk:signInButton>sign in at Clerk</clerk:signInButton>.</p>
</c:when>
<c:otherwise>
<p>This is a satellite. <clerk:signInButton>Sign in at the primary application.</clerk:signInButton></p>
</c:otherwise>
</c:choose>
</jsp:body>
</clerk:show>
</sample:page>
