package io.github.clerkjakarta.internal.log;

/** Text from outside, fit for one line of a log. */
public final class LogText {

  private static final int LONGEST = 160;

  private LogText() {}

  /**
   * The text with every character outside printable ASCII written as {@code \}{@code uXXXX}, and
   * cut when it is long.
   */
  public static String of(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && line.length() < LONGEST; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c <= '~' && c != '\\') {
        line.append(c);
      } else {
        line.append(String.format("\\u%04x", (int) c));
      }
    }
    return line.length() < LONGEST ? line.toString() : line.append('…').toString();
  }
}
