package io.github.clerkjakarta.security.server.application;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Methods for some, for all, for nobody, and one that asks. */
@Path("/")
public class InvoiceResource {

  @GET
  @Path("roles-allowed")
  @RolesAllowed("org:invoices:create")
  public String create() {
    return "created";
  }

  @GET
  @Path("permit-all")
  @PermitAll
  public String read() {
    return "read";
  }

  @GET
  @Path("deny-all")
  @DenyAll
  public String destroy() {
    return "destroyed";
  }

  @GET
  @Path("role")
  public String isAdmin(@Context SecurityContext context) {
    return "" + context.isUserInRole("org:admin");
  }

  @GET
  @Path("principal")
  public String name(@Context SecurityContext context) {
    return Callers.name(context.getUserPrincipal());
  }
}
