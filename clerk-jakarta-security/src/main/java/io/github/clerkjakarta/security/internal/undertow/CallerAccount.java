package io.github.clerkjakarta.security.internal.undertow;

import io.github.clerkjakarta.servlet.ClerkPrincipal;
import io.undertow.security.idm.Account;
import java.util.Set;

/** The caller as Undertow knows one: constraints and {@code isUserInRole} are judged by it. */
record CallerAccount(ClerkPrincipal principal, Set<String> groups) implements Account {

  @Override
  public ClerkPrincipal getPrincipal() {
    return principal;
  }

  @Override
  public Set<String> getRoles() {
    return groups;
  }
}
