package io.github.clerkjakarta.security;

import io.github.clerkjakarta.Auth;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * From a caller to the groups that Jakarta Security knows it by. A CDI bean of this type replaces
 * {@link #DEFAULT}; it may call {@code DEFAULT} and add to it.
 */
@FunctionalInterface
public interface ClerkGroups {

  /**
   * The role ({@code org:admin}) and the permissions ({@code org:invoices:create}) in the active
   * organization, {@code feature:…} and {@code plan:…} for each that the token lists, and {@code
   * scope:…} for each scope of a machine token.
   */
  ClerkGroups DEFAULT =
      auth -> {
        Set<String> groups = new LinkedHashSet<>(auth.orgPermissions());
        auth.orgRole().ifPresent(groups::add);
        auth.features().forEach(feature -> groups.add("feature:" + withoutScope(feature)));
        auth.plans().forEach(plan -> groups.add("plan:" + withoutScope(plan)));
        auth.scopes().forEach(scope -> groups.add("scope:" + scope));
        return Set.copyOf(groups);
      };

  /** The groups of a caller, who is signed in. */
  Set<String> groups(Auth auth);

  /** A feature or a plan without who has it: {@code o:invoices} is {@code invoices}. */
  private static String withoutScope(String slug) {
    return slug.substring(slug.indexOf(':') + 1);
  }
}
