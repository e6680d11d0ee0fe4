package io.github.clerkjakarta.security.server.mapping;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** For admins, by its own annotation and by that of a bean. */
@Path("closed")
@RequestScoped
public class ClosedResource {

  @Inject private ClosedBean bean;

  @GET
  @RolesAllowed("org:admin")
  public String roles() {
    return "read";
  }

  @GET
  @Path("bean")
  public String bean() {
    return bean.read();
  }
}
