package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.internal.web.PathPatterns;
import io.github.clerkjakarta.internal.web.PathPatterns.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which organization a path belongs to. Patterns of organizations count before those of the
 * personal account.
 */
final class OrganizationPaths {

  private final @Nullable PathPatterns organizations;
  private final @Nullable PathPatterns personalAccounts;

  /**
   * The paths of these options.
   *
   * @throws ClerkConfigurationException when a pattern isn't one
   */
  OrganizationPaths(ClerkOptions options) {
    this.organizations = patterns("organizationPatterns", options.organizationPatterns());
    this.personalAccounts = patterns("personalAccountPatterns", options.personalAccountPatterns());
  }

  /** Whether no path asks for an organization. */
  boolean isEmpty() {
    return organizations == null && personalAccounts == null;
  }

  /** The organization that a path asks for; null when it asks for none. */
  @Nullable OrganizationTarget target(String path) {
    OrganizationTarget organization =
        organizations == null ? null : organization(organizations.match(path));
    if (organization != null) {
      return organization;
    }
    return personalAccounts == null || personalAccounts.match(path) == null
        ? null
        : new OrganizationTarget.PersonalAccount();
  }

  private static @Nullable OrganizationTarget organization(
      @Nullable Map<String, Parameter> parameters) {
    if (parameters == null) {
      return null;
    }
    Parameter id = parameters.get("id");
    if (id != null && !id.text().isEmpty()) {
      return new OrganizationTarget.ById(id.text(), id.repeats());
    }
    Parameter slug = parameters.get("slug");
    return slug == null || slug.text().isEmpty()
        ? null
        : new OrganizationTarget.BySlug(slug.text(), slug.repeats());
  }

  private static @Nullable PathPatterns patterns(String option, Optional<List<String>> patterns) {
    try {
      return patterns.map(PathPatterns::of).orElse(null);
    } catch (IllegalArgumentException e) {
      throw new ClerkConfigurationException(
          "Set "
              + option
              + " to path patterns such as /orgs/:slug/(.*). Invalid pattern "
              + e.getMessage(),
          e);
    }
  }
}
