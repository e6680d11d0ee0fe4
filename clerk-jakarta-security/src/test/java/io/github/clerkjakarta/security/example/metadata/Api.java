package io.github.clerkjakarta.security.example.metadata;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ClerkAuthenticationMechanismDefinition(
    groupClaims = "metadata.role",
    roles = "ADMIN=metadata.role:admin")
@ApplicationPath("/api")
public class Api extends Application {}
