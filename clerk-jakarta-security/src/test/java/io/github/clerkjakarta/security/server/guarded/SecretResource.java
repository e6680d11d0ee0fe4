package io.github.clerkjakarta.security.server.guarded;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What must not be seen, and what may. */
@Path("/")
public class SecretResource {

  @GET
  @Path("admin/{name}")
  public String secret() {
    return "secret";
  }

  @GET
  @Path("public/{name}")
  public String open() {
    return "open";
  }
}
