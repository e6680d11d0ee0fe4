package io.github.clerkjakarta.internal.access;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.reason.PrintableText;
import java.util.List;
import java.util.Optional;

/**
 * The one segment of a path that a pattern gives a name, such as {@code acme} in {@code
 * /orgs/acme/settings} for {@code /orgs/{slug}/**}. Patterns and paths are those of the rules.
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
              + PrintableText.of(text)
              + "' must name one segment, as in /orgs/{slug}/**.");
    }
    return new NamedSegment(pattern, pattern.variables().values().iterator().next());
  }

  /** What a path has there; empty when the pattern doesn't fit. */
  public Optional<String> in(String path) {
    List<String> segments = PathPattern.segmentsOf(path);
    return pattern.fits(segments)
        ? Optional.of(segments.get(at)).filter(segment -> !segment.isEmpty())
        : Optional.empty();
  }
}
