package io.github.clerkjakarta.security.server.unattended;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Whoever calls it, it calls others as a steward. */
@Stateless
@PermitAll
@RunAs("steward")
public class Steward {

  @Inject private Kitchen kitchen;
  @Inject private Cellar cellar;

  public String cook() {
    return kitchen.cook();
  }

  public String guarded() {
    return cellar.guarded();
  }

  public String stewards() {
    return cellar.stewards();
  }
}
