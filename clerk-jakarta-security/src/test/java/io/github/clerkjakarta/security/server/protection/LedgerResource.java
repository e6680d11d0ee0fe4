package io.github.clerkjakarta.security.server.protection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Leads to another resource, and isn't for everybody. */
@Path("ledger")
@RolesAllowed("org:admin")
@RequestScoped
public class LedgerResource {

  @Path("{slug}/entries")
  public EntriesResource entries() {
    return new EntriesResource();
  }
}
