package io.github.clerkjakarta.security.server.protection;

import static io.github.clerkjakarta.security.Protect.Preset.STRICT;

import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** An enterprise bean: of the roles the container is the judge. */
@Stateless
@PermitAll
public class Safe {

  @RolesAllowed("org:admin")
  public String allowed() {
    return "allowed";
  }

  @Protect(role = "org:admin")
  public String guarded() {
    return "guarded";
  }

  @Protect(reverification = STRICT)
  public String recent() {
    return "recent";
  }

  @Protect(organization = "{slug}")
  public String open(String slug) {
    return "open " + slug;
  }
}
