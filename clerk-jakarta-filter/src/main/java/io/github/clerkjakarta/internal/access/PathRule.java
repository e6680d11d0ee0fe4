package io.github.clerkjakarta.internal.access;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.internal.reason.PrintableText;
import io.github.clerkjakarta.servlet.access.PathAccess;
import java.util.List;
import java.util.Map;

/**
 * One rule: what the paths of a pattern ask. A requirement may have the name of a segment in place
 * of what a path has there.
 *
 * @param pattern the paths
 * @param access what they ask
 */
public record PathRule(PathPattern pattern, PathAccess access) {

  /**
   * A rule.
   *
   * @param text the pattern as it is written
   * @throws ClerkConfigurationException when the pattern can't be read, or a requirement names a
   *     segment that it doesn't have
   */
  public static PathRule of(String text, PathAccess access) {
    PathRule rule = new PathRule(PathPattern.parse(text), access);
    if (!access.requirements().stream().allMatch(rule::names)) {
      throw new ClerkConfigurationException(
          "The path pattern '"
              + PrintableText.of(text)
              + "' has no segment of the name that its requirement has in braces. Write"
              + " /orgs/{slug}/** with organization {slug}.");
    }
    return rule;
  }

  /** What a path that matches asks: each name stands for the segment that the path has there. */
  PathAccess accessTo(List<String> segments) {
    return variables().isEmpty()
        ? access
        : new PathAccess(
            access.admits(),
            access.requirements().stream().map(part -> resolved(part, segments)).toList(),
            access.accepts());
  }

  private Map<String, Integer> variables() {
    return pattern.variables();
  }

  private boolean names(Requirement requirement) {
    if (requirement instanceof Requirement.All all) {
      return all.requirements().stream().allMatch(this::names);
    }
    return !(requirement instanceof Requirement.Organization wanted)
        || !PathPattern.isMeantAsVariable(wanted.idOrSlug())
        || (PathPattern.isVariable(wanted.idOrSlug())
            && variables().containsKey(PathPattern.nameOf(wanted.idOrSlug())));
  }

  private Requirement resolved(Requirement requirement, List<String> segments) {
    if (requirement instanceof Requirement.All all) {
      return new Requirement.All(
          all.requirements().stream().map(part -> resolved(part, segments)).toList());
    }
    if (requirement instanceof Requirement.Organization wanted
        && PathPattern.isVariable(wanted.idOrSlug())) {
      Integer at = variables().get(PathPattern.nameOf(wanted.idOrSlug()));
      // One that stands for nothing stays as it is, and nobody has it.
      return at == null ? requirement : Requirement.organization(segments.get(at));
    }
    return requirement;
  }
}
