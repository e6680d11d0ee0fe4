package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.server.guarded.OpenServlet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What resources lead to may extend this: made by the application, it can't say who may go on. */
public abstract class WrongLocator {

  @GET
  @RolesAllowed("org:admin")
  public String judged() {
    return "judged";
  }

  @Path("further")
  @RolesAllowed("org:admin")
  public Object further() {
    return new OpenServlet();
  }
}
