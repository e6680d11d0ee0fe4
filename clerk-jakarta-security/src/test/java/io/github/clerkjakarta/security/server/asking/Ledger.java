package io.github.clerkjakarta.security.server.asking;

import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A plain bean, whose annotations mean something where Clerk's mechanism is. */
@ApplicationScoped
public class Ledger {

  @RolesAllowed("org:admin")
  @Protect(role = "org:admin")
  public String write() {
    return "written";
  }
}
