package io.github.clerkjakarta.pages.internal;

/**
 * What a tag writes.
 *
 * @param start HTML before the content
 * @param content HTML in between, where the page has none of its own there
 * @param end HTML after the content
 */
public record Markup(String start, String content, String end) {

  static Markup of(String html) {
    return new Markup(html, "", "");
  }
}
