package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;

/** A role without groups. */
@ClerkAuthenticationMechanismDefinition(roles = "ADMIN")
public class WrongAttribute {}
