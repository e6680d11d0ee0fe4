package io.github.clerkjakarta.internal.csp;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * A number used once, for one response: scripts that carry it are the page's own.
 *
 * @param text in base64
 */
record Nonce(String text) {

  /** How a policy begins to name one. */
  static final String SOURCE = "'nonce-";

  private static final int BYTES = 18;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** One that nobody can guess: 144 bits. */
  static Nonce fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Nonce(Base64.getEncoder().encodeToString(bytes));
  }

  /** What a policy says of scripts because of it. */
  List<String> sources() {
    return List.of("'strict-dynamic'", SOURCE + text + "'");
  }

  /** Says nothing of it. */
  @Override
  public String toString() {
    return "Nonce";
  }
}
