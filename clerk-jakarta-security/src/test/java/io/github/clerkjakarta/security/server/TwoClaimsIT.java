package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.claims.Api;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("An application with Clerk's @Claim and that of MicroProfile JWT")
class TwoClaimsIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @Deployment(name = "claims", testable = false)
  static WebArchive claims() {
    return TestWar.named("claims")
        // WildFly shows it to applications alone that log in by it
        .libraryOf(JsonWebToken.class)
        .packageOf(Api.class)
        .automatic()
        .clerk(CLERK)
        .archive();
  }

  @Test
  @DisplayName("has Clerk's claim of a caller by Clerk's annotation alone")
  void clerks() {
    Session ada = CLERK.session(ADA).claim("email", ADA.emailAddress());

    assertThat(RUN.address().get("/claims/rest/claims").bearing(ada.token()).send().body())
        .isEqualTo("user=user_ada clerk=ada@example.com microprofile=none/none");
  }

  @Test
  @DisplayName("has none for nobody")
  void nobody() {
    assertThat(RUN.address().get("/claims/rest/claims").send().body())
        .isEqualTo("user=nobody clerk=none microprofile=none/none");
  }
}
