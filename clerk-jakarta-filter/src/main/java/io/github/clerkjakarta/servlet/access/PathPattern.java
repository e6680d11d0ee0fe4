package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.ClerkConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pattern of whole path segments: {@code /invoices/*}, {@code /orgs/{slug}}, {@code /admin/**}. A
 * {@code *} stands for one segment, a name in braces for one that has this name, a {@code **} at
 * the end for any number of segments, none included.
 *
 * @param segments the segments in order, without {@code **}; {@code *} for one that has a name
 * @param rest whether the pattern ends with {@code **}
 * @param variables the names, and which segment each is for
 */
record PathPattern(List<String> segments, boolean rest, Map<String, Integer> variables) {

  static final String ANY_SEGMENT = "*";
  private static final String REST = "**";

  static PathPattern parse(String text) {
    if (!text.startsWith("/")) {
      throw invalid(text, "it must start with /");
    }
    List<String> segments = PathSegments.of(text);
    boolean rest = !segments.isEmpty() && segments.get(segments.size() - 1).equals(REST);
    List<String> before = rest ? segments.subList(0, segments.size() - 1) : segments;
    Map<String, Integer> variables = new HashMap<>();
    for (int at = 0; at < before.size(); at++) {
      String segment = before.get(at);
      if (!PathVariable.is(segment)) {
        check(text, segment);
      } else if (variables.put(PathVariable.name(segment), at) != null) {
        throw invalid(text, "it has two segments of the name " + segment);
      }
    }
    List<String> matched =
        before.stream().map(it -> PathVariable.is(it) ? ANY_SEGMENT : it).toList();
    return new PathPattern(matched, rest, Map.copyOf(variables));
  }

  private static void check(String text, String segment) {
    if (segment.isEmpty()) {
      throw invalid(text, "it has an empty segment; write /a for that path alone, /a/** for all");
    }
    if (segment.equals(REST)) {
      throw invalid(text, "** must be its last segment");
    }
    if (segment.indexOf('*') >= 0 && !segment.equals(ANY_SEGMENT)) {
      throw invalid(text, "a * must be a whole segment, as in /a/* or /a/**");
    }
    if (PathVariable.isMeant(segment)) {
      throw invalid(text, "a name in braces must be a whole segment, as in /orgs/{slug}");
    }
    if (segment.equals(".") || segment.equals("..")) {
      throw invalid(text, "no request has a segment . or .. left in its path");
    }
    if (segment.chars().anyMatch(PathPattern::neverInAPath)) {
      throw invalid(text, "write the path decoded, without %, ;, \\, ?, # or control characters");
    }
  }

  private static boolean neverInAPath(int character) {
    return character < ' ' || character == 0x7f || "%;\\?#".indexOf(character) >= 0;
  }

  private static ClerkConfigurationException invalid(String text, String why) {
    return new ClerkConfigurationException(
        "The path pattern '" + SafeText.of(text) + "' can't be used: " + why + ".");
  }
}
