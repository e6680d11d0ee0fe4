package io.github.clerkjakarta.internal.reason;

/** Text that others had a hand in, made safe for a page, a header or a log line. */
public final class PrintableText {

  private PrintableText() {}

  /** The printable ASCII of a text, without the characters that mean something in HTML. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.chars().map(PrintableText::safe).forEach(character -> safe.append((char) character));
    return safe.toString();
  }

  private static int safe(int character) {
    return character < ' ' || character > '~' || "<>&\"".indexOf(character) >= 0 ? '?' : character;
  }
}
