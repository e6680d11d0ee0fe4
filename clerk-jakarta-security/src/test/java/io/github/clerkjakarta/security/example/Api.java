package io.github.clerkjakarta.security.example;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ClerkAuthenticationMechanismDefinition(
    roles = {"ADMIN=org:admin", "ACCOUNTANT=org:invoices:create,org:admin"},
    groupClaims = "department",
    callerNameClaim = "email")
@ApplicationPath("/api")
public class Api extends Application {}
