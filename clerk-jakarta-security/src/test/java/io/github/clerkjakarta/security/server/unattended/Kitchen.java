package io.github.clerkjakarta.security.server.unattended;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** Only a steward may in. */
@Stateless
@RolesAllowed("steward")
public class Kitchen {

  public String cook() {
    return "cooked";
  }
}
