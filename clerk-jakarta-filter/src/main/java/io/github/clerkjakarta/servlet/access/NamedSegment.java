package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.ClerkConfigurationException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * The one segment of a path that a pattern gives a name, such as {@code acme} in {@code
 * /orgs/acme/settings} for {@code /orgs/{slug}/**}. Patterns and paths are those of {@link
 * AccessRules}.
 */
public final class NamedSegment {

  private final PathPattern pattern;
  private final int at;

  private NamedSegment(PathPattern pattern, int at) {
    this.pattern = pattern;
    this.at = at;
  }

  /**
   * Reads a pattern.
   *
   * @throws ClerkConfigurationException when it can't be read, or doesn't name exactly one segment
   */
  public static NamedSegment parse(String text) {
    PathPattern pattern = PathPattern.parse(text);
    if (pattern.variables().size() != 1) {
      throw new ClerkConfigurationException(
          "The path pattern '"
              + SafeText.of(text)
              + "' must name one segment, as in /orgs/{slug}/**.");
    }
    return new NamedSegment(pattern, pattern.variables().values().iterator().next());
  }

  /** What a request has there; empty when the pattern doesn't fit or the path is ambiguous. */
  public Optional<String> in(HttpServletRequest request) {
    return RequestPath.of(request)
        .map(PathSegments::of)
        .filter(this::fits)
        .map(segments -> segments.get(at))
        .filter(segment -> !segment.isEmpty());
  }

  private boolean fits(List<String> path) {
    List<String> wanted = pattern.segments();
    if (path.size() < wanted.size() || (path.size() > wanted.size() && !pattern.rest())) {
      return false;
    }
    for (int index = 0; index < wanted.size(); index++) {
      String segment = wanted.get(index);
      if (!segment.equals(PathPattern.ANY_SEGMENT) && !segment.equals(path.get(index))) {
        return false;
      }
    }
    return true;
  }
}
