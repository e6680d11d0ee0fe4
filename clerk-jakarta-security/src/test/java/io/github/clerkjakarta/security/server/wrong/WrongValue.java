package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;

/** An expression, whose value only CDI can tell, names a status that is no denial. */
@ClerkAuthenticationMechanismDefinition(
    rules = "/** = signed-in",
    settings = "clerk.denyAs=${100 + 100}")
public class WrongValue {}
