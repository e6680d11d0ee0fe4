package io.github.clerkjakarta.internal.web;

/** Reads Java's UTF-16 text as the scalar values that the URL Standard works on. */
final class Utf16 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf16() {}

  /** The scalar value at an index, U+FFFD where a surrogate stands alone before {@code end}. */
  static int scalarAt(String text, int index, int end) {
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
  static String wellFormed(String text) {
    StringBuilder repaired = null;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (scalarAt(text, i, text.length()) != REPLACEMENT) {
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
