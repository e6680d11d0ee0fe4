package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.RememberMe;

/** Asks to remember a caller whom nothing here may remember. */
@ApplicationScoped
@ClerkAuthenticationMechanismDefinition
@RememberMe
public class WrongNeighbour {}
