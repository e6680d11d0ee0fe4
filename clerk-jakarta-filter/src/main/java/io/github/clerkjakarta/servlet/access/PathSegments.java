package io.github.clerkjakarta.servlet.access;

import java.util.ArrayList;
import java.util.List;

/** A path taken apart at its slashes. */
final class PathSegments {

  private PathSegments() {}

  /** The segments of a path that starts with a slash; {@code /} has none, {@code /a/} has two. */
  static List<String> of(String path) {
    List<String> segments = new ArrayList<>();
    int start = 1;
    while (path.length() > 1 && start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      segments.add(path.substring(start, end));
      start = end + 1;
    }
    return segments;
  }
}
