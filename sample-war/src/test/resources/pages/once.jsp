<%@ include file="csp.jspf" %><!DOCTYPE html>
<html lang="en">
<head>
<title>Made for somebody else</title>
<link rel="icon" href="data:,">
<script defer crossorigin="anonymous" src="${clerk.jsUrl}" data-clerk-publishable-key="${clerk.publishableKey}"
  data-clerk-proxy-url="${clerk.proxyUrl}"></script>
<script defer src="clerk-jakarta/pages.js" data-clerk-options='{"telemetry":false}'
  data-clerk-rendered='{"user":"user_other","session":"sess_other","status":"active"}'></script>
</head>
<body>Ben's page</body>
</html>
