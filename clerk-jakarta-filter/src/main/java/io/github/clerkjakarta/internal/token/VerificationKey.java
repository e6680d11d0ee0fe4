package io.github.clerkjakarta.internal.token;

import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A public key that tokens are signed with.
 *
 * @param publicKey the key
 * @param algorithm the only algorithm that it may be used with (RFC 7517, section 4.4), or null for
 *     any of RS256, RS384 and RS512
 */
public record VerificationKey(RSAPublicKey publicKey, @Nullable String algorithm) {}
