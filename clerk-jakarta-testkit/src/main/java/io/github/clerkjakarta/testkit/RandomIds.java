package io.github.clerkjakarta.testkit;

import java.security.SecureRandom;

/** Makes identifiers and keys that look like Clerk's: a prefix and random letters and digits. */
final class RandomIds {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomIds() {}

  static String withPrefix(String prefix) {
    return withPrefix(prefix, 27);
  }

  static String withPrefix(String prefix, int length) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < length; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
