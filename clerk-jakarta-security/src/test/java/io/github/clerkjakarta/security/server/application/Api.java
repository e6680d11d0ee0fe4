package io.github.clerkjakarta.security.server.application;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST part, and the definition of how callers are found. */
@ClerkAuthenticationMechanismDefinition
@ApplicationPath("rest")
public class Api extends Application {}
