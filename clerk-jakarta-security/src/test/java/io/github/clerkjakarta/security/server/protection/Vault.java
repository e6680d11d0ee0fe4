package io.github.clerkjakarta.security.server.protection;

import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A plain bean. */
@ApplicationScoped
@DenyAll
public class Vault {

  public String locked() {
    return "locked";
  }

  @PermitAll
  public String look() {
    return "look";
  }

  @RolesAllowed("ACCOUNTANT")
  public String count() {
    return "count";
  }

  @PermitAll
  @Protect(organization = "{slug}")
  public String open(String slug) {
    return "open " + slug;
  }

  @PermitAll
  @DenyImpersonated
  public String sign() {
    return "sign";
  }
}
