package io.github.clerkjakarta.security.server.asking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A plain bean, whose annotation means something where Clerk's mechanism is. */
@ApplicationScoped
public class Ledger {

  @RolesAllowed("org:admin")
  public String write() {
    return "written";
  }
}
