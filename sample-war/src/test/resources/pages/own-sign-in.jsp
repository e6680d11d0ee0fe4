<%@ include file="csp.jspf" %><!DOCTYPE html>
<html lang="en">
<head><title>Sign in</title><link rel="icon" href="data:,"><clerk:scripts/></head>
<body><clerk:signIn/></body>
</html>
