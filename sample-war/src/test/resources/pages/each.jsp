<%@ include file="csp.jspf" %><!DOCTYPE html>
<html lang="en">
<head><title>Each</title><link rel="icon" href="data:,"><clerk:scripts/></head>
<body>
<clerk:show when="signed-in">
<jsp:attribute name="fallback"><clerk:signIn/><clerk:signUp/><clerk:waitlist/><clerk:pricingTable/></jsp:attribute>
<jsp:body>
<clerk:userButton/>
<clerk:userAvatar/>
<clerk:userProfile/>
<clerk:organizationSwitcher/>
<clerk:organizationProfile/>
<clerk:organizationList/>
<clerk:createOrganization/>
<clerk:apiKeys/>
<clerk:pricingTable for="organization"/>
</jsp:body>
</clerk:show>
</body>
</html>
