package io.github.clerkjakarta.security.server.claims;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.security.Claim;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Shows a claim by either annotation. Without a login by MicroProfile JWT, its may be missing. */
@Path("claims")
@RequestScoped
public class ClaimsResource {

  @Inject private Auth auth;

  @Inject
  @Claim("email")
  private Optional<String> clerks;

  @Inject
  @org.eclipse.microprofile.jwt.Claim("email")
  private Instance<Optional<String>> microProfiles;

  @Inject private Instance<JsonWebToken> token;

  /** For CDI. */
  public ClaimsResource() {}

  /** What is known of the caller. */
  @GET
  @Produces("text/plain")
  public String claims() {
    return "user=%s clerk=%s microprofile=%s/%s"
        .formatted(
            auth.userId().orElse("nobody"),
            clerks.orElse("none"),
            microProfiles.isResolvable() ? microProfiles.get().orElse("none") : "none",
            token.isResolvable() ? token.get().getName() : "none");
  }
}
