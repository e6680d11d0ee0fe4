<%@ include file="csp.jspf" %><!DOCTYPE html>
<html lang="en">
<head>
<title>Home</title>
<link rel="icon" href="data:,">
<clerk:scripts/>
</head>
<body>
<p id="method">${pageContext.request.method}</p>
<p id="who">${clerk.signedIn ? clerk.userId : 'nobody'} ${clerk.orgSlug}</p>
<clerk:show permission="org:invoices:create">
<jsp:attribute name="fallback"><p id="invoices">none</p></jsp:attribute>
<jsp:body><p id="invoices">create</p></jsp:body>
</clerk:show>
<clerk:userButton customMenuItems='[{"label":"Deep","href":"/pages/deep.jsp"}]'>
<clerk:menuItem label="signOut"/>
<clerk:menuItem label="Help" event="help"><b class="help">?</b></clerk:menuItem>
<clerk:menuItem label="Read the terms" open="terms"/>
<clerk:profilePage label="Terms" url="terms"><p id="terms">Terms for ${clerk.userId}</p></clerk:profilePage>
</clerk:userButton>
<clerk:organizationSwitcher/>
<form id="note" method="post" action="posted.jsp?from=home">
<input name="text"><input type="file" name="file">
<button id="send" name="button" value="sent">Send</button>
</form>
<form id="again" method="post"><button id="post-here">Post here</button></form>
<clerk:signInButton id="in"/>
<clerk:signOutButton class="out" redirectUrl="~/home.jsp?out"/>
</body>
</html>
