package io.github.clerkjakarta.internal.web;

/**
 * Text as the Infra Standard sees it, on which the URL Standard rests: letters and digits of ASCII
 * alone, which no locale and no other script can change, and UTF-16 read as scalar values.
 *
 * @see <a href="https://infra.spec.whatwg.org/#strings">Infra Standard, 4.6 and 4.7</a>
 */
final class InfraStrings {

  private static final char REPLACEMENT = '\uFFFD';

  private InfraStrings() {}

  static String asciiLowercase(String text) {
    StringBuilder lower = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        if (lower == null) {
          lower = new StringBuilder(text);
        }
        lower.setCharAt(i, (char) (c | 0x20));
      }
    }
    return lower == null ? text : lower.toString();
  }

  /** The value of an ASCII digit in a radix up to 16, -1 when it is none. */
  static int digit(char c, int radix) {
    int value = -1;
    if (c >= '0' && c <= '9') {
      value = c - '0';
    } else if (c >= 'a' && c <= 'f') {
      value = c - 'a' + 10;
    } else if (c >= 'A' && c <= 'F') {
      value = c - 'A' + 10;
    }
    return value < radix ? value : -1;
  }

  /** The scalar value at an index, U+FFFD where a surrogate stands alone before {@code end}. */
  static int scalarValueAt(String text, int index, int end) {
    char c = text.charAt(index);
    if (!Character.isSurrogate(c)) {
      return c;
    }
    if (Character.isHighSurrogate(c)
        && index + 1 < end
        && Character.isLowSurrogate(text.charAt(index + 1))) {
      return Character.toCodePoint(c, text.charAt(index + 1));
    }
    return REPLACEMENT;
  }

  /** The text with each lone surrogate replaced by U+FFFD; the same instance when there is none. */
  static String scalarValueString(String text) {
    StringBuilder repaired = null;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (scalarValueAt(text, i, text.length()) != REPLACEMENT) {
          i++;
        } else {
          if (repaired == null) {
            repaired = new StringBuilder(text);
          }
          repaired.setCharAt(i, REPLACEMENT);
        }
      }
    }
    return repaired == null ? text : repaired.toString();
  }
}
