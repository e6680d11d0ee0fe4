package io.github.clerkjakarta.security.server.protection;

import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What other resources lead to: no bean, and no resource by itself. */
public class EntriesResource {

  @GET
  public String all() {
    return "all";
  }

  @GET
  @Path("roles")
  @RolesAllowed("org:invoices:create")
  public String roles() {
    return "roles";
  }

  @GET
  @Path("protect")
  @Protect(organization = "{slug}")
  public String protect() {
    return "protect";
  }
}
