package io.github.clerkjakarta.security.server.wrong;

import jakarta.ejb.Stateless;

/** Leaves out what its container looks for. */
@Stateless
public class WrongOverride extends GuardedLedger {

  @Override
  public String read() {
    return "read";
  }
}
