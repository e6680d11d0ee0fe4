package io.github.clerkjakarta.internal.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Whether everyone who reads a raw path reads the same. Containers, frameworks and file systems
 * differ about encoded slashes, backslashes, semicolons and control characters, about text that is
 * encoded twice or not in UTF-8, and about dot segments that a client has left for the server to
 * resolve (RFC 3986, sections 2.4, 3.3 and 6.2.2).
 */
public final class RawPath {

  private RawPath() {}

  /** Whether the path has none of that. Plain path parameters, {@code ;jsessionid=x}, are fine. */
  public static boolean isPlain(String raw) {
    byte[] decoded = new byte[raw.length()];
    int length = 0;
    for (int at = 0; at < raw.length(); at++) {
      char character = raw.charAt(at);
      if (character == '%') {
        int value = hexPair(raw, at + 1);
        if (value < 0 || isAmbiguous(value) || (value == '%' && hexPair(raw, at + 3) >= 0)) {
          return false;
        }
        decoded[length++] = (byte) value;
        at += 2;
      } else if (character <= ' ' || character > '~' || character == '\\') {
        return false;
      } else {
        decoded[length++] = (byte) character;
      }
    }
    return isUtf8WithoutDotSegments(decoded, length);
  }

  /** What means one thing encoded and another decoded. */
  private static boolean isAmbiguous(int value) {
    return value < ' ' || value == 0x7f || value == '/' || value == '\\' || value == ';';
  }

  private static boolean isUtf8WithoutDotSegments(byte[] decoded, int length) {
    try {
      String path =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(decoded, 0, length))
              .toString();
      return PathPattern.segmentsOf(path).stream().noneMatch(RawPath::isDotSegment);
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isDotSegment(String segment) {
    int parameters = segment.indexOf(';');
    String name = parameters < 0 ? segment : segment.substring(0, parameters);
    return name.equals(".") || name.equals("..");
  }

  private static int hexPair(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = hexDigit(text.charAt(at));
    int low = hexDigit(text.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static int hexDigit(char character) {
    // Character.digit also knows digits of other scripts.
    return character > '~' ? -1 : Character.digit(character, 16);
  }
}
