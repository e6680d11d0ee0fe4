package io.github.clerkjakarta.testkit;

import java.util.Locale;

/**
 * A token that signs its user in, once.
 *
 * @param createdAt in milliseconds since 1970
 * @param expiresAt in milliseconds since 1970
 */
record SignInToken(
    String id, String userId, String token, Status status, long createdAt, long expiresAt) {

  enum Status {
    PENDING,
    ACCEPTED,
    REVOKED;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  SignInToken with(Status changed) {
    return new SignInToken(id, userId, token, changed, createdAt, expiresAt);
  }

  /** Names the user without the token. */
  @Override
  public String toString() {
    return id + " of " + userId + ", " + status.wireName();
  }
}
