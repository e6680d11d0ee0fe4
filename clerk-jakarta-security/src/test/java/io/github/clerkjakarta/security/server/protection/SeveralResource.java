package io.github.clerkjakarta.security.server.protection;

import io.github.clerkjakarta.security.Protect;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Asks for much at once, and for nothing but a caller. */
@Path("several")
public class SeveralResource {

  @GET
  @Protect(
      role = "org:admin",
      permission = "org:invoices:create",
      feature = "reports",
      plan = "pro",
      organization = "acme")
  public String all() {
    return "all";
  }

  @GET
  @Path("none")
  @Protect
  public String none() {
    return "none";
  }
}
