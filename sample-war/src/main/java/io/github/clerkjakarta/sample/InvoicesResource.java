package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Calls that annotations protect: here, on an EJB, and on a CDI bean. */
@RequestScoped
@Path("/invoices")
@Produces(MediaType.APPLICATION_JSON)
public class InvoicesResource {

  @Inject private Auth auth;
  @Inject private Invoices invoices;
  @Inject private Ledger ledger;

  /** Who may is said here. */
  @POST
  @RolesAllowed("org:invoices:create")
  public JsonObject create() {
    return invoices.create(auth.userId().orElseThrow());
  }

  /** Who may is said by the EJB. */
  @GET
  public JsonArray list() {
    return invoices.all();
  }

  /** Who may, and how recently they must have proved who they are, is said by the EJB. */
  @DELETE
  @Path("/{number}")
  public void delete(@PathParam("number") String number) {
    if (!invoices.delete(number)) {
      throw new NotFoundException("There is no invoice " + number);
    }
  }

  /** Who may is said by the CDI bean. */
  @GET
  @Path("/total")
  public JsonObject total() {
    return ledger.total();
  }
}
