package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.Requirement;

/**
 * What a role name stands for: {@code org:admin} is a role and {@code org:invoices:create} a
 * permission in the active organization, {@code feature:…} a feature, {@code plan:…} a plan. A name
 * without such a prefix is nobody's role, so that names can't be mistaken for one another.
 */
final class RoleName {

  /** Any authenticated caller (Servlet 6.0, section 13.3). */
  private static final String ANY_AUTHENTICATED = "**";

  private static final String ORGANIZATION = "org:";
  private static final String FEATURE = "feature:";
  private static final String PLAN = "plan:";

  private RoleName() {}

  static boolean holds(Auth auth, String name) {
    if (name == null || !auth.isAuthenticated()) {
      return false;
    }
    if (name.equals(ANY_AUTHENTICATED)) {
      return true;
    }
    if (name.startsWith(ORGANIZATION)) {
      return auth.has(Requirement.role(name)) || auth.has(Requirement.permission(name));
    }
    if (name.startsWith(FEATURE)) {
      return auth.has(Requirement.feature(name.substring(FEATURE.length())));
    }
    return name.startsWith(PLAN) && auth.has(Requirement.plan(name.substring(PLAN.length())));
  }
}
