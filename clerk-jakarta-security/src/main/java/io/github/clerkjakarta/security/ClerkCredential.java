package io.github.clerkjakarta.security;

import io.github.clerkjakarta.Auth;
import jakarta.security.enterprise.credential.Credential;

/**
 * A caller whose token is verified already. Every {@link
 * jakarta.security.enterprise.identitystore.IdentityStore} of the application is shown it, and may
 * add groups or refuse the caller. It holds no token.
 *
 * @param auth who is calling
 */
public record ClerkCredential(Auth auth) implements Credential {}
