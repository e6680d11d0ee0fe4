package io.github.clerkjakarta.internal.token;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The base64url decoding of RFC 7515, section 2, strict: a foreign character, padding, a single
 * leftover character or non-zero bits behind the last byte are refused, so that no two texts mean
 * the same token.
 */
final class Base64Url {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Base64Url() {}

  /** The bytes that this stretch of an ASCII text spells, or null when it's malformed. */
  static byte @Nullable [] decode(byte[] ascii, int start, int end) {
    if (!endsCleanly(ascii, start, end)) {
      return null;
    }
    try {
      ByteBuffer decoded =
          Base64.getUrlDecoder().decode(ByteBuffer.wrap(ascii, start, end - start));
      byte[] bytes = new byte[decoded.remaining()];
      decoded.get(bytes);
      return bytes;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean endsCleanly(byte[] ascii, int start, int end) {
    if (end > start && ascii[end - 1] == '=') {
      return false;
    }
    int leftover = (end - start) % 4;
    if (leftover == 0) {
      return true;
    }
    if (leftover == 1) {
      return false;
    }
    int lastDigit = ALPHABET.indexOf(ascii[end - 1]);
    int unusedBits = leftover == 2 ? 0b1111 : 0b11;
    return lastDigit >= 0 && (lastDigit & unusedBits) == 0;
  }
}
