package io.github.clerkjakarta.security.server.protection;

import static io.github.clerkjakarta.security.Protect.Preset.STRICT;

import io.github.clerkjakarta.security.Claim;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Every way to be refused. */
@Path("/")
@RequestScoped
public class VaultResource {

  @Inject private Vault vault;
  @Inject private Safe safe;

  @Inject
  @Claim("email")
  private Optional<String> email;

  @GET
  @Path("orgs/{slug}")
  @Protect(role = "org:admin", organization = "{slug}")
  public String organization(@PathParam("slug") String organization) {
    return "organization " + organization;
  }

  @GET
  @Path("pattern/{any}")
  @Protect(organization = "/rest/pattern/{slug}")
  public String pattern() {
    return "pattern";
  }

  @GET
  @Path("recent")
  @Protect(reverification = STRICT)
  public String recent() {
    return "recent";
  }

  @GET
  @Path("personal")
  @DenyImpersonated
  public String personal() {
    return "personal";
  }

  @GET
  @Path("email")
  public String email() {
    return email.orElse("none");
  }

  @GET
  @Path("bean/{slug}/{method}")
  public String bean(@PathParam("method") String method, @QueryParam("other") String other) {
    return switch (method) {
      case "locked" -> vault.locked();
      case "look" -> vault.look();
      case "count" -> vault.count();
      case "sign" -> vault.sign();
      default -> vault.open(other);
    };
  }

  @GET
  @Path("ejb/{method}")
  public String ejb(@PathParam("method") String method, @QueryParam("other") String other) {
    return switch (method) {
      case "allowed" -> safe.allowed();
      case "guarded" -> safe.guarded();
      case "recent" -> safe.recent();
      default -> safe.open(other);
    };
  }
}
