package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks for the mechanism; wrong beside another one. */
@ApplicationScoped
@ClerkAuthenticationMechanismDefinition
public class DefinedMechanism {}
