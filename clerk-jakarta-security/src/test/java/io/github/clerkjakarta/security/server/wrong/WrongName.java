package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** A setting with a small letter where a capital one belongs. */
@ApplicationScoped
@ClerkAuthenticationMechanismDefinition(settings = "clerk.denyas=404")
public class WrongName {}
