package io.github.clerkjakarta.security.server.claims;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.security.Claim;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Optional;

/** Shows a claim of either kind. */
@Path("claims")
@RequestScoped
public class ClaimsResource {

  @Inject private Auth auth;

  @Inject
  @Claim("email")
  private Optional<String> clerks;

  @Inject
  @org.eclipse.microprofile.jwt.Claim("email")
  private Optional<String> microProfiles;

  /** For CDI. */
  public ClaimsResource() {}

  /** What is known of the caller. */
  @GET
  @Produces("text/plain")
  public String claims() {
    return "user=%s clerk=%s microprofile=%s"
        .formatted(
            auth.userId().orElse("nobody"), clerks.orElse("none"), microProfiles.orElse("none"));
  }
}
