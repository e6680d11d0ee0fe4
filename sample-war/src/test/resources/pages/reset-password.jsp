<%@ include file="csp.jspf" %><!DOCTYPE html>
<html lang="en">
<head><title>A task</title><link rel="icon" href="data:,"><clerk:scripts/></head>
<body><clerk:taskResetPassword redirectUrlComplete="~/deep.jsp"/></body>
</html>
