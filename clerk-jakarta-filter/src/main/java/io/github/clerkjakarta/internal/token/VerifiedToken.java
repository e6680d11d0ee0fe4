package io.github.clerkjakarta.internal.token;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.internal.auth.SessionAuth;
import org.jspecify.annotations.Nullable;

/**
 * A token whose signature is valid by this key.
 *
 * @param text the token
 * @param jwt the token, taken apart
 * @param keyId the key id that it names
 * @param key the key that signed it
 * @param auth whose session it is; worked out once, since claims don't change
 * @param authIfActive the same, with a pending session counted as nobody
 */
public record VerifiedToken(
    String text,
    Jwt jwt,
    @Nullable String keyId,
    VerificationKey key,
    Auth auth,
    Auth authIfActive) {

  static VerifiedToken of(String text, Jwt jwt, @Nullable String keyId, VerificationKey key) {
    Auth auth = SessionAuth.of(jwt.claims());
    return new VerifiedToken(text, jwt, keyId, key, auth, SessionAuth.unlessPending(auth));
  }

  /** Says nothing of the token. */
  @Override
  public String toString() {
    return "VerifiedToken[" + auth + "]";
  }
}
