<%@ include file="csp.jspf" %><!DOCTYPE html>
<html lang="en">
<head><title>Posted</title><link rel="icon" href="data:,"></head>
<body><p id="who">${clerk.userId}</p><p id="text">${param.text}</p><p id="button">${param.button} ${param.from}</p></body>
</html>
