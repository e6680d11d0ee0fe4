<%@ page contentType="text/html; charset=UTF-8" %><%@ taglib prefix="clerk" uri="io.github.clerkjakarta.pages" %>
<!DOCTYPE html>
<html lang="en">
<head>
<title>Typed</title>
<clerk:scripts/>
<script src="htmx.min.js"></script>
</head>
<body>
<form hx-post="rows.jsp" hx-target="#count">
<input id="note" name="note">
<button id="more">More</button>
</form>
<p id="count"></p>
</body>
</html>
