package io.github.clerkjakarta.internal.backend;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as one segment of a path (RFC 3986, section 3.3). */
final class PathSegment {

  private PathSegment() {}

  /**
   * The text, encoded.
   *
   * @throws IllegalArgumentException when it would lead elsewhere: empty, or dots
   */
  static String of(String text) {
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException("Nothing at Clerk is named \"" + text + "\"");
    }
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
