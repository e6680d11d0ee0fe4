package ${package};

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Tells callers who they are. */
@Path("me")
public class MeResource {

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> me(@Context HttpServletRequest request) {
    Auth auth = ClerkFilter.auth(request);
    return Map.of(
        "userId", auth.userId().orElseThrow(),
        "organization", auth.orgSlug().orElse(""),
        "mayCreateInvoices", auth.has(Requirement.permission("org:invoices:create")));
  }
}
