package io.github.clerkjakarta.testkit.internal.keys;

import java.security.SecureRandom;
import java.util.Random;

/** Makes identifiers and keys that look like Clerk's: a prefix and random letters and digits. */
public final class RandomIds {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomIds() {}

  public static String withPrefix(String prefix) {
    return withPrefix(prefix, 27);
  }

  public static String withPrefix(String prefix, int length) {
    return withPrefix(prefix, length, RANDOM);
  }

  public static String withPrefix(String prefix, int length, Random random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    StringBuilder id = new StringBuilder(prefix);
    for (byte each : bytes) {
      id.append(ALPHABET.charAt(Byte.toUnsignedInt(each) % ALPHABET.length()));
    }
    return id.toString();
  }
}
