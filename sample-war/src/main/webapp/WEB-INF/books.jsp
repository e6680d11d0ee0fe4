<%@ page contentType="text/html;charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="clerk" uri="io.github.clerkjakarta.pages" %>
<%@ taglib prefix="sample" tagdir="/WEB-INF/tags" %>
<sample:page title="Books" script="books.js">
<p>A JSP. You are <b id="who"><c:out value="${clerk.user.fullName}"/></b>, with
<b id="active">${empty clerk.orgSlug ? 'no organization' : clerk.orgSlug}</b>.</p>
<section>
<h2>Invoices</h2>
<ul id="invoices">
<c:forEach items="${invoices}" var="number">
<li>${number}
<clerk:show permission="org:invoices:create"><button data-delete="${number}">Delete</button></clerk:show></li>
</c:forEach>
</ul>
<clerk:show permission="org:invoices:create">
<jsp:attribute name="fallback"><p id="refused">Choose an organization in which you may create invoices.</p></jsp:attribute>
<jsp:body>
<form method="post" action="books"><button id="create">Create an invoice</button></form>
<p class="quiet">Deleting asks who you are once more, unless you have just said so.</p>
<output id="answer"></output>
</jsp:body>
</clerk:show>
</section>
</sample:page>
