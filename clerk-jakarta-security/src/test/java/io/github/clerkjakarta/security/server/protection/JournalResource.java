package io.github.clerkjakarta.security.server.protection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Leads to another resource, by a way that isn't for everybody and by one that is. */
@Path("journal")
@RequestScoped
public class JournalResource {

  @Path("closed/{slug}")
  @RolesAllowed("org:admin")
  public EntriesResource closed() {
    return new EntriesResource();
  }

  @Path("open/{slug}")
  public EntriesResource open() {
    return new EntriesResource();
  }
}
