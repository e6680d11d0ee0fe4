package io.github.clerkjakarta.servlet.access;

/** Text that others had a hand in, made safe for a page, a header or a log line. */
final class SafeText {

  private SafeText() {}

  /** The printable ASCII of a text, without the characters that mean something in HTML. */
  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.chars().map(SafeText::safe).forEach(character -> safe.append((char) character));
    return safe.toString();
  }

  private static int safe(int character) {
    return character < ' ' || character > '~' || "<>&\"".indexOf(character) >= 0 ? '?' : character;
  }
}
