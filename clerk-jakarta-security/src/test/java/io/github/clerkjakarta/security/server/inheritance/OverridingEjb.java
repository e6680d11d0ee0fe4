package io.github.clerkjakarta.security.server.inheritance;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** An enterprise bean that repeats one annotation and opens a method. */
@Stateless
public class OverridingEjb extends Extending.WithMethod {

  @Override
  @RolesAllowed("org:admin")
  public String roles() {
    return super.roles();
  }

  @Override
  @PermitAll
  public String read() {
    return "open";
  }
}
