package io.github.clerkjakarta.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import org.jspecify.annotations.Nullable;

/** The two ways in which percent-encoded text is read: lenient in URLs, strict in cookies. */
final class PercentDecoding {

  private PercentDecoding() {}

  /**
   * Decodes as the URL Standard does: what is no percent-encoded byte stays as it is, and bytes
   * that are no UTF-8 become U+FFFD.
   *
   * @see <a href="https://url.spec.whatwg.org/#percent-decode">URL Standard, percent-decode</a>
   */
  static String leniently(String text) {
    if (text.indexOf('%') < 0) {
      return InfraStrings.scalarValueString(text);
    }
    byte[] bytes = InfraStrings.scalarValueString(text).getBytes(UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '%' && i + 2 < bytes.length) {
        int value = byteValue((char) bytes[i + 1], (char) bytes[i + 2]);
        if (value >= 0) {
          b = (byte) value;
          i += 2;
        }
      }
      bytes[length++] = b;
    }
    splitSurrogates(bytes, length);
    return new String(bytes, 0, length, UTF_8);
  }

  /**
   * A surrogate in three bytes is three errors to the URL Standard but one to the JDK; a first byte
   * that begins nothing makes them three.
   */
  private static void splitSurrogates(byte[] bytes, int length) {
    for (int i = 0; i + 1 < length; i++) {
      if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
        bytes[i] = (byte) 0xFF;
      }
    }
  }

  /**
   * Decodes as ECMAScript's {@code decodeURIComponent} does; null where that throws.
   *
   * @see <a href="https://tc39.es/ecma262/#sec-decodeuricomponent-encodeduricomponent">ECMA-262</a>
   */
  static @Nullable String strictly(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    byte[] run = new byte[text.length() / 3];
    CharsetDecoder decoder = UTF_8.newDecoder();
    int i = 0;
    while (i < text.length()) {
      int runLength = 0;
      while (i < text.length() && text.charAt(i) == '%') {
        int value = i + 2 < text.length() ? byteValue(text.charAt(i + 1), text.charAt(i + 2)) : -1;
        if (value < 0) {
          return null;
        }
        run[runLength++] = (byte) value;
        i += 3;
      }
      if (runLength > 0) {
        try {
          out.append(decoder.decode(ByteBuffer.wrap(run, 0, runLength)));
        } catch (CharacterCodingException e) {
          return null;
        }
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.toString();
  }

  /** The value of two hexadecimal digits, -1 when they are none. */
  private static int byteValue(char first, char second) {
    int high = InfraStrings.digit(first, 16);
    int low = InfraStrings.digit(second, 16);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }
}
