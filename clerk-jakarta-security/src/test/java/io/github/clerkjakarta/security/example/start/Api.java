package io.github.clerkjakarta.security.example.start;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ClerkAuthenticationMechanismDefinition
@ApplicationPath("/api")
public class Api extends Application {}
