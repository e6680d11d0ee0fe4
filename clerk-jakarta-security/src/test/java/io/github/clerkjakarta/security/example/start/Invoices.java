package io.github.clerkjakarta.security.example.start;

import io.github.clerkjakarta.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/invoices")
@RequestScoped
public class Invoices {

  @Inject private Auth auth;
  @Inject private InvoiceArchive archive;

  @POST
  @RolesAllowed("org:invoices:create")
  public String create() {
    archive.add("an invoice");
    return auth.userId().orElseThrow() + " of " + auth.orgSlug().orElseThrow();
  }
}
