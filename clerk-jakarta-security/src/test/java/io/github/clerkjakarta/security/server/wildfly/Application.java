package io.github.clerkjakarta.security.server.wildfly;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;

/** Asks for the mechanism. */
@ClerkAuthenticationMechanismDefinition
public class Application {}
