package io.github.clerkjakarta.internal.servlet;

/** Text as HTML and XML have it, between tags and in quotes. */
final class MarkupText {

  private MarkupText() {}

  /** Nothing in it is markup. */
  static String of(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
