package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.claims.Api;
import io.github.clerkjakarta.security.server.guarded.OpenServlet;
import io.github.clerkjakarta.security.server.jwtlogin.DefiningApi;
import io.github.clerkjakarta.security.server.jwtlogin.PlainApi;
import io.github.clerkjakarta.security.server.jwtlogin.UnseenApi;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnServer
@DisplayName("An application with Clerk's @Claim and that of MicroProfile JWT")
class TwoClaimsIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @ArquillianResource private Deployer deployer;

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

  @Deployment(name = "jwt-beside-setting", managed = false, testable = false)
  static WebArchive besideSetting() {
    return TestWar.named("jwt-beside-setting")
        .classes(PlainApi.class, OpenServlet.class)
        .automatic()
        .clerk(CLERK)
        .archive();
  }

  @Deployment(name = "jwt-beside-definition", managed = false, testable = false)
  static WebArchive besideDefinition() {
    return TestWar.named("jwt-beside-definition")
        .classes(DefiningApi.class, OpenServlet.class)
        .clerk(CLERK)
        .archive();
  }

  @Deployment(name = "jwt-unseen", managed = false, testable = false)
  static WebArchive unseen() {
    return TestWar.named("jwt-unseen")
        .classes(UnseenApi.class, OpenServlet.class)
        .automatic()
        .clerk(CLERK)
        .archive();
  }

  @Test
  @DisplayName("has Clerk's claim of a caller by Clerk's annotation alone")
  void clerks() {
    Session ada = CLERK.session(ADA).claim("email", ADA.emailAddress());

    assertThat(RUN.address().get("/claims/rest/claims").bearing(ada.token()).send().body())
        .isEqualTo("user=user_ada clerk=ada@example.com microprofile=none/" + token("user_ada"));
  }

  @Test
  @DisplayName("has none for nobody")
  void nobody() {
    assertThat(RUN.address().get("/claims/rest/claims").send().body())
        .isEqualTo("user=nobody clerk=none microprofile=none/" + token("null"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwt-beside-setting", "jwt-beside-definition"})
  @DisplayName("D14 doesn't start where MicroProfile JWT is to say who is calling as well")
  void twoCallers(String name) throws IOException {
    assertFails(name);
  }

  @Test
  @DisplayName("D14 nor where CDI doesn't see that, unless the server doesn't either")
  void unseenLogin() throws IOException {
    if (RUN.server().isWildFly() || RUN.server() == Server.LIBERTY) {
      assertFails("jwt-unseen");
      return;
    }
    deployer.deploy("jwt-unseen");
    assertThat(RUN.address().get("/jwt-unseen/public/x").send().body()).isEqualTo("open");
    deployer.undeploy("jwt-unseen");
  }

  private void assertFails(String name) throws IOException {
    int before = Files.readString(RUN.server().log()).length();

    assertThat(RUN.server().starts(name, deployer)).isFalse();
    assertThat(RUN.address().get("/" + name + "/public/x").send().status()).isEqualTo(404);
    String log = Files.readString(RUN.server().log()).substring(before);
    if (RUN.server() == Server.LIBERTY) {
      assertThat(log).contains("CWWKS1931E: The " + name);
      return;
    }
    assertThat(log)
        .contains("has MicroProfile JWT say who is calling")
        .contains("leave out @LoginConfig");
  }

  /** Whose name an injected {@code JsonWebToken} has: Liberty's is that of whoever is calling. */
  private static String token(String caller) {
    return RUN.server() == Server.LIBERTY ? caller : "none";
  }
}
