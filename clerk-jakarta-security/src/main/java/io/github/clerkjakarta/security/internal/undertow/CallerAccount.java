package io.github.clerkjakarta.security.internal.undertow;

import io.undertow.security.idm.Account;
import java.security.Principal;
import java.util.Set;

/** The caller as Undertow knows one: constraints and {@code isUserInRole} are judged by it. */
record CallerAccount(Principal principal, Set<String> groups) implements Account {

  @Override
  public Principal getPrincipal() {
    return principal;
  }

  @Override
  public Set<String> getRoles() {
    return groups;
  }
}
