package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;

/** A setting with a small letter where a capital one belongs. */
@ClerkAuthenticationMechanismDefinition(settings = "clerk.denyas=404")
public class WrongName {}
