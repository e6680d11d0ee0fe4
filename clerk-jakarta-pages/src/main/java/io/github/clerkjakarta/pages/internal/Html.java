package io.github.clerkjakarta.pages.internal;

/** One start tag being written. Every value is escaped for where it lands. */
final class Html {

  private final StringBuilder text = new StringBuilder();

  private Html(String element) {
    text.append('<').append(element);
  }

  /** The beginning of a start tag. */
  static Html element(String name) {
    return new Html(name);
  }

  /** An attribute without a value. */
  Html attribute(String name) {
    text.append(' ').append(name);
    return this;
  }

  /** An attribute; the name is ours, the value anybody's. */
  Html attribute(String name, String value) {
    text.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    return this;
  }

  /** The whole start tag. */
  @Override
  public String toString() {
    return text + ">";
  }

  /** Text, or the value of an attribute in quotes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&#34;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
