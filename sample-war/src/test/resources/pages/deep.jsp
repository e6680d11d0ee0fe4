<%@ include file="csp.jspf" %><!DOCTYPE html>
<html lang="en">
<head><title>Deep</title><link rel="icon" href="data:,"><clerk:scripts/></head>
<body><p id="who">${clerk.userId}</p></body>
</html>
