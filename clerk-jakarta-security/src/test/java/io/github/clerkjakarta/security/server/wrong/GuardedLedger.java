package io.github.clerkjakarta.security.server.wrong;

import jakarta.annotation.security.RolesAllowed;

/** What an enterprise bean overrides. */
public abstract class GuardedLedger {

  @RolesAllowed("org:admin")
  public String read() {
    return "read";
  }
}
