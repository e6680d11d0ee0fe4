package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.application.WhoServlet;
import io.github.clerkjakarta.security.server.asking.SurroundingsServlet;
import io.github.clerkjakarta.security.server.guarded.SecretServlet;
import io.github.clerkjakarta.testkit.LocalClerk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("A deployment")
class DeploymentsIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk OTHER =
      LocalClerk.builder().authorizedParty(RUN.address().origin()).start();

  @Deployment(name = "one", testable = false)
  static WebArchive one() {
    return admins("one", RUN.clerk()).archive();
  }

  @Deployment(name = "two", testable = false)
  static WebArchive two() {
    return admins("two", OTHER)
        .setting("clerk.filter.auto", "false")
        .setting("clerk.rules", "/every-method/** = signed-in\n/** = public")
        .archive();
  }

  @Deployment(name = "inert", testable = false)
  static WebArchive inert() {
    return TestWar.named("inert")
        .classes(WhoServlet.class)
        .packageOf(SurroundingsServlet.class)
        .clerk(RUN.clerk())
        .archive();
  }

  @AfterAll
  static void close() {
    OTHER.close();
  }

  @Test
  @DisplayName("D9 of a mechanism and no filter: it holds what is declared")
  void mechanismAlone() {
    assertThat(status("/two/admin/x", OTHER)).isEqualTo(200);
    assertThat(RUN.address().get("/two/admin/x").send().status()).isEqualTo(401);
  }

  @Test
  @DisplayName("D20 of a mechanism and no filter: a preflight runs nothing of a closed path")
  void mechanismAlonePreflight() {
    Answer preflight =
        RUN.address()
            .request("OPTIONS", "/two/every-method/x")
            .with("Origin", "https://other.example")
            .with("Access-Control-Request-Method", "GET")
            .send();

    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.first("Access-Control-Allow-Methods")).isEmpty();
    assertThat(preflight.body()).isEmpty();
    assertThat(RUN.address().get("/two/every-method/x").send().status()).isEqualTo(401);
  }

  @Test
  @DisplayName("D12 of two WARs with different instances: neither knows the other's callers")
  void twoInstances() {
    assertThat(status("/one/admin/x", RUN.clerk())).isEqualTo(200);
    assertThat(status("/one/admin/x", OTHER)).isEqualTo(401);
    assertThat(status("/two/admin/x", RUN.clerk())).isEqualTo(401);
  }

  @Test
  @DisplayName("D9 that neither defines the mechanism nor asks for it has the filter alone")
  void inertWithoutDefinition() {
    String token = RUN.clerk().sessionToken(ADA);

    Answer answer = RUN.address().get("/inert/who").bearing(token).send();

    assertThat(answer.body()).isEqualTo("user_ada");
    assertThat(RUN.address().get("/inert/surroundings").send().body().strip())
        .isEqualTo("ledger=written");
  }

  private static int status(String path, LocalClerk clerk) {
    String token = clerk.session(ADA).organization(ACME).token();
    return RUN.address().get(path).bearing(token).send().status();
  }

  private static TestWar admins(String name, LocalClerk clerk) {
    return TestWar.named(name)
        .packageOf(SecretServlet.class)
        .automatic()
        .clerk(clerk)
        .declaring(TestWar.adminsAt("/admin/*"));
  }
}
