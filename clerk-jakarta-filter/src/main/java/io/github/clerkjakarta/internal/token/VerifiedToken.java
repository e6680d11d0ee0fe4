package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.internal.auth.SessionAuth;

/**
 * A token whose signature is valid by this key. What only the check of the signature needed is
 * gone.
 *
 * @param text the token
 * @param jwt what it says
 * @param key the key that signed it
 * @param auth whose session it is; worked out once, since claims don't change
 */
public record VerifiedToken(String text, DecodedJwt jwt, VerificationKey key, SessionAuth auth) {

  static VerifiedToken of(String text, DecodedJwt jwt, VerificationKey key) {
    return new VerifiedToken(text, jwt, key, SessionAuth.of(jwt.claims()));
  }

  /** Says nothing of the token. */
  @Override
  public String toString() {
    return "VerifiedToken[" + auth + "]";
  }
}
