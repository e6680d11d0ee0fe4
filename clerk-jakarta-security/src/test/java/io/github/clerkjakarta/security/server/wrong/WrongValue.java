package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** An expression, whose value only CDI can tell, names a status that is no denial. */
@ApplicationScoped
@ClerkAuthenticationMechanismDefinition(
    rules = "/** = signed-in",
    settings = "clerk.denyAs=${100 + 100}")
public class WrongValue {}
