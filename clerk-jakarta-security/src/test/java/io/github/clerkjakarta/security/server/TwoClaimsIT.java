package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.claims.Api;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("An application with @Claim of Clerk's beside that of MicroProfile JWT")
class TwoClaimsIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.named("claims")
        .packageOf(Api.class)
        .webInf("beans.xml", "")
        .resource(
            "META-INF/microprofile-config.properties",
            "clerk.security.auto=true\n"
                + "mp.jwt.verify.issuer="
                + CLERK.issuer()
                + "\nmp.jwt.verify.publickey="
                + CLERK.jwtKey().replaceAll("-----[A-Z ]+-----|\\s", "")
                + "\n")
        .clerk(CLERK)
        .archive();
  }

  @Test
  @DisplayName("gives each its own")
  void both() {
    Session ada = CLERK.session(ADA).claim("email", ADA.emailAddress());

    Answer answer = RUN.address().get("/claims/rest/claims").bearing(ada.token()).send();

    assertThat(answer.body()).startsWith("user=user_ada clerk=ada@example.com microprofile=");
  }

  @Test
  @DisplayName("has neither for nobody")
  void nobody() {
    assertThat(RUN.address().get("/claims/rest/claims").send().body())
        .isEqualTo("user=nobody clerk=none microprofile=none");
  }
}
