package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the paths of a pattern ask of a caller.
 *
 * @param access what they ask, with the names of segments in place of what a path has there
 * @param accepts the kinds of token that are looked at; empty for those of the filter's option
 * @param variables the names, and which segment each is for
 */
record Rule(Access access, Optional<AcceptsToken> accepts, Map<String, Integer> variables) {

  /** What no rule names is closed. */
  static final Rule CLOSED = new Rule(new Access.Closed(), Optional.empty(), Map.of());

  /**
   * A rule for a pattern.
   *
   * @throws ClerkConfigurationException when it names a segment that the pattern doesn't have
   */
  static Rule of(PathPattern pattern, Access access, Optional<AcceptsToken> accepts, String text) {
    Rule rule = new Rule(access, accepts, pattern.variables());
    if (access instanceof Access.Needs needs && !rule.names(needs.requirement())) {
      throw new ClerkConfigurationException(
          "The path pattern '"
              + SafeText.of(text)
              + "' has no segment of the name that its requirement has in braces. Write"
              + " /orgs/{slug}/** with organization {slug}.");
    }
    return rule;
  }

  /** What a path that matches asks: each name stands for the segment that the path has there. */
  Access accessTo(List<String> segments) {
    return access instanceof Access.Needs needs && !variables.isEmpty()
        ? new Access.Needs(resolved(needs.requirement(), segments))
        : access;
  }

  private boolean names(Requirement requirement) {
    if (requirement instanceof Requirement.All all) {
      return all.requirements().stream().allMatch(this::names);
    }
    return !(requirement instanceof Requirement.Organization wanted)
        || !PathVariable.isMeant(wanted.idOrSlug())
        || (PathVariable.is(wanted.idOrSlug())
            && variables.containsKey(PathVariable.name(wanted.idOrSlug())));
  }

  private Requirement resolved(Requirement requirement, List<String> segments) {
    if (requirement instanceof Requirement.All all) {
      return new Requirement.All(
          all.requirements().stream().map(part -> resolved(part, segments)).toList());
    }
    if (requirement instanceof Requirement.Organization wanted
        && PathVariable.is(wanted.idOrSlug())) {
      Integer at = variables.get(PathVariable.name(wanted.idOrSlug()));
      // One that stands for nothing stays as it is, and nobody has it.
      return at == null ? requirement : Requirement.organization(segments.get(at));
    }
    return requirement;
  }
}
