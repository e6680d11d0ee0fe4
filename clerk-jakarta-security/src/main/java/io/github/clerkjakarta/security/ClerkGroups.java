package io.github.clerkjakarta.security;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.internal.servlet.RoleNames;
import java.util.Set;

/**
 * From a caller to the groups that Jakarta Security knows it by. A CDI bean of this type replaces
 * {@link #DEFAULT}; it may call {@code DEFAULT} and add to it.
 */
@FunctionalInterface
public interface ClerkGroups {

  /**
   * The role ({@code org:admin}) and the permissions ({@code org:invoices:create}) in the active
   * organization; {@code feature:…} and {@code plan:…} for each that the token lists, and the same
   * with {@code org:} or {@code user:} before its slug for whose it is; {@code scope:…} for each
   * scope of a machine token. They are what {@code isUserInRole} knows with the filter alone.
   */
  ClerkGroups DEFAULT = RoleNames::of;

  /** The groups of a caller, who is signed in. */
  Set<String> groups(Auth auth);
}
