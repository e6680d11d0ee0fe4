package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.Protect;

/** Believes that it is protected. */
public class WrongGuard {

  @Protect(role = "org:admin")
  public String guarded() {
    return "guarded";
  }
}
