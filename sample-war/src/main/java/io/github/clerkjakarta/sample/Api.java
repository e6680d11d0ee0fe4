package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST resources. The annotation makes Clerk the one who says who is calling, everywhere. */
@ClerkAuthenticationMechanismDefinition
@ApplicationPath("/api")
public class Api extends Application {}
