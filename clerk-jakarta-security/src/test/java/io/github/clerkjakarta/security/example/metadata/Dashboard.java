package io.github.clerkjakarta.security.example.metadata;

import io.github.clerkjakarta.security.Claim;
import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;

@Path("/dashboard")
@RequestScoped
public class Dashboard {

  @Inject
  @Claim("metadata.role")
  private Optional<List<String>> roles;

  @GET
  @RolesAllowed("ADMIN")
  public String show() {
    return "for " + roles.orElse(List.of());
  }

  @POST
  @Protect(claim = "metadata.role=admin")
  public String change() {
    return "changed";
  }
}
