package io.github.clerkjakarta.internal.access;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.reason.PrintableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A pattern of whole path segments: {@code /invoices/*}, {@code /orgs/{slug}}, {@code /admin/**}. A
 * {@code *} stands for one segment, a name in braces for one that has this name, a {@code **} at
 * the end for any number of segments, none included.
 *
 * @param text the pattern as it is written
 * @param segments the segments in order, without {@code **}; {@code *} for one that has a name
 * @param rest whether the pattern ends with {@code **}
 * @param variables the names, and which segment each is for
 */
public record PathPattern(
    String text, List<String> segments, boolean rest, Map<String, Integer> variables) {

  static final String ANY_SEGMENT = "*";
  private static final String REST = "**";
  private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_]*\\}");

  /**
   * Reads a pattern.
   *
   * @throws ClerkConfigurationException when it can't be read
   */
  public static PathPattern parse(String text) {
    if (!text.startsWith("/")) {
      throw invalid(text, "it must start with /");
    }
    List<String> segments = segmentsOf(text);
    boolean rest = !segments.isEmpty() && segments.get(segments.size() - 1).equals(REST);
    List<String> before = rest ? segments.subList(0, segments.size() - 1) : segments;
    Map<String, Integer> variables = new HashMap<>();
    for (int at = 0; at < before.size(); at++) {
      String segment = before.get(at);
      if (!isVariable(segment)) {
        check(text, segment);
      } else if (variables.put(nameOf(segment), at) != null) {
        throw invalid(text, "it has two segments of the name " + segment);
      }
    }
    List<String> matched = before.stream().map(it -> isVariable(it) ? ANY_SEGMENT : it).toList();
    return new PathPattern(text, matched, rest, Map.copyOf(variables));
  }

  /** The segments of a path that starts with a slash; {@code /} has none, {@code /a/} has two. */
  static List<String> segmentsOf(String path) {
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

  /** Whether a text is a name in braces, which in a requirement stands for a segment. */
  static boolean isVariable(String text) {
    return VARIABLE.matcher(text).matches();
  }

  /** Whether somebody meant to write one; no organization's id or slug has a brace. */
  static boolean isMeantAsVariable(String text) {
    return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
  }

  /** The name without its braces. */
  static String nameOf(String variable) {
    return variable.substring(1, variable.length() - 1);
  }

  /** Whether a path with these segments fits. */
  boolean fits(List<String> path) {
    if (path.size() < segments.size() || (path.size() > segments.size() && !rest)) {
      return false;
    }
    for (int index = 0; index < segments.size(); index++) {
      String segment = segments.get(index);
      if (!segment.equals(ANY_SEGMENT) && !segment.equals(path.get(index))) {
        return false;
      }
    }
    return true;
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
    if (isMeantAsVariable(segment)) {
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
        "The path pattern '" + PrintableText.of(text) + "' can't be used: " + why + ".");
  }
}
