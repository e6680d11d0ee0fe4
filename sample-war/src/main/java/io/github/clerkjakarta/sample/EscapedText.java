package io.github.clerkjakarta.sample;

/** Text on its way into a page. */
final class EscapedText {

  private EscapedText() {}

  /** The text as HTML shows it, in an element or a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
