package io.github.clerkjakarta.security.server.protection;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST part. */
@ClerkAuthenticationMechanismDefinition(roles = "ACCOUNTANT=org:invoices:create")
@ApplicationPath("rest")
public class Api extends Application {}
