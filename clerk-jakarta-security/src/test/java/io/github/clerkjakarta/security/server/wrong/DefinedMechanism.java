package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;

/** Asks for the mechanism; wrong beside another one. */
@ClerkAuthenticationMechanismDefinition
public class DefinedMechanism {}
