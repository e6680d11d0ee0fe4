package io.github.clerkjakarta.security.server.wrong;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Leads to what is open; who may go there a superclass says, and no container judges it. */
@Path("lineage")
public class WrongLineage extends WrongAncestor {

  @Path("further")
  public Open further() {
    return new Open();
  }

  /** For everybody who comes here. */
  public static class Open {

    @GET
    public String read() {
      return "read";
    }
  }
}
