package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.Auth;

/** The organization that a URL asks to be active. */
sealed interface OrganizationTarget {

  /** What the handshake's {@code organization_id} says; empty for the personal account. */
  String parameter();

  /** Whether it is active already. */
  boolean isActive(Auth auth);

  /** An organization by its id. */
  record ById(String parameter, boolean list) implements OrganizationTarget {
    @Override
    public boolean isActive(Auth auth) {
      return !list && auth.orgId().filter(parameter::equals).isPresent();
    }
  }

  /** An organization by its slug. */
  record BySlug(String parameter, boolean list) implements OrganizationTarget {
    @Override
    public boolean isActive(Auth auth) {
      return !list && auth.orgSlug().filter(parameter::equals).isPresent();
    }
  }

  /** No organization. */
  record PersonalAccount() implements OrganizationTarget {
    @Override
    public String parameter() {
      return "";
    }

    @Override
    public boolean isActive(Auth auth) {
      return auth.orgId().filter(id -> !id.isEmpty()).isEmpty();
    }
  }
}
