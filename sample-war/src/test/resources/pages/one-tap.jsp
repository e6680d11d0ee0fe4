<%@ include file="csp.jspf" %><!DOCTYPE html>
<html lang="en">
<head><title>One Tap</title><link rel="icon" href="data:,"><clerk:scripts/></head>
<body><clerk:googleOneTap/><clerk:signIn/></body>
</html>
