package io.github.clerkjakarta.internal.web;

/** Lower case for the letters of ASCII alone, which no locale and no other script can change. */
final class AsciiCase {

  private AsciiCase() {}

  static String lower(String text) {
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
}
