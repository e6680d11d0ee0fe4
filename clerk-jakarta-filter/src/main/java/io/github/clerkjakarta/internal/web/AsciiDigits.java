package io.github.clerkjakarta.internal.web;

/** Digits as URLs and ECMAScript know them: ASCII alone, unlike {@link Character#digit}. */
final class AsciiDigits {

  private AsciiDigits() {}

  /** The value of a digit in a radix up to 16, -1 when it is none. */
  static int value(char c, int radix) {
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
}
