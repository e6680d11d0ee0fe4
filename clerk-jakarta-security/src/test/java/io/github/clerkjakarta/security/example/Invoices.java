package io.github.clerkjakarta.security.example;

import static io.github.clerkjakarta.security.Protect.Preset.STRICT;

import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("/orgs/{slug}/invoices")
@ApplicationScoped
public class Invoices {

  @GET
  @Protect(organization = "{slug}")
  public String list(@PathParam("slug") String organization) {
    return "invoices of " + organization;
  }

  @POST
  @RolesAllowed("ACCOUNTANT")
  @Protect(organization = "{slug}")
  public String create() {
    return "created";
  }

  @DELETE
  @Protect(permission = "org:invoices:delete", organization = "{slug}", reverification = STRICT)
  @DenyImpersonated
  public String delete() {
    return "deleted";
  }
}
