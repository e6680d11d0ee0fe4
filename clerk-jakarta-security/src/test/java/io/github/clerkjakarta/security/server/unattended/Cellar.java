package io.github.clerkjakarta.security.server.unattended;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A plain bean. */
@ApplicationScoped
@RolesAllowed("org:admin")
public class Cellar {

  public String guarded() {
    return "guarded";
  }

  @RolesAllowed("steward")
  public String stewards() {
    return "stewards";
  }

  @PermitAll
  public String open() {
    return "open";
  }
}
