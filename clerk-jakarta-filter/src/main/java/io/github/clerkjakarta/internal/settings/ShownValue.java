package io.github.clerkjakarta.internal.settings;

import java.util.regex.Pattern;

/** A configured value as a message may show it. */
public final class ShownValue {

  private static final int LONGEST = 80;

  /** Keys, tokens and passwords end up in wrong places; there they are recognized by their form. */
  private static final Pattern SECRET =
      Pattern.compile(
          "sk_|(test|live)_[A-Za-z0-9]{8}|ak_|mt_|oat_|whsec_|eyJ|dvb_|PRIVATE KEY"
              + "|[^/?#]*:[^/?#]*@|//[^/?#]*@");

  private ShownValue() {}

  /** The value in quotes, short and on one line; not a word of it when it may be a secret. */
  public static String of(String value) {
    return SECRET.matcher(value).find() ? "a value that may be secret" : "'" + line(value) + "'";
  }

  /** The text without control characters, cut where it gets long. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(line, c));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      line.append('…');
    }
    return line.toString();
  }

  private static void append(StringBuilder line, int codePoint) {
    boolean plain =
        switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
    if (plain) {
      line.appendCodePoint(codePoint);
    } else {
      line.append(String.format("\\u%04x", codePoint));
    }
  }
}
