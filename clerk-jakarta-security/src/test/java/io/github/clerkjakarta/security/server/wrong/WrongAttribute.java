package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** A role without groups. */
@ApplicationScoped
@ClerkAuthenticationMechanismDefinition(roles = "ADMIN")
public class WrongAttribute {}
