package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.webhooks.Inbox;
import io.github.clerkjakarta.testkit.LocalClerk;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where the server has no MicroProfile Health, asking for it does no harm. */
@OnServer
@DisplayName("A server that asks whether an application is ready")
class HealthIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "readiness", testable = false)
  static WebArchive war() {
    return asking("readiness").archive();
  }

  @Deployment(name = "unready", managed = false, testable = false)
  static WebArchive withoutClerk() {
    return asking("unready").setting("clerk.apiUrl", "http://127.0.0.1:1").archive();
  }

  private static TestWar asking(String name) {
    return TestWar.named(name)
        .packageOf(Inbox.class)
        .webInf("beans.xml", "")
        .resource(
            "META-INF/microprofile-config.properties",
            "clerk.security.auto=true\nclerk.health=true\n")
        .clerk(CLERK)
        .setting("clerk.rules", "/inbox = signed-in");
  }

  @AfterEach
  void forget() {
    CLERK.reset();
  }

  @Test
  @DisplayName("hears that there are keys, before anybody has come and while Clerk is away")
  void ready() throws IOException {
    if (!RUN.server().hasHealth()) {
      assertThat(Files.readString(RUN.server().log()))
          .contains("this server has no MicroProfile Health");
      assertThat(inbox()).isEqualTo(200);
      return;
    }
    Answer first = health();
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body()).contains("clerk-keys").containsPattern("\"keys\" ?: ?\"fresh\"");

    CLERK.refuseConnections();
    assertThat(health().body()).containsPattern("\"ageSeconds\" ?: ?\"?[0-9]+");
    CLERK.reset();
    assertThat(inbox()).isEqualTo(200);
  }

  @Test
  @DisplayName("K21 hears that there are none, and nobody gets in meanwhile")
  void unready() {
    if (!RUN.server().hasHealth()) {
      return;
    }
    deployer.deploy("unready");
    try {
      Answer answer = health();

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body()).containsPattern("\"keys\" ?: ?\"none\"").contains("DOWN");
      assertThat(statusAt("/unready/inbox")).isEqualTo(503);
    } finally {
      deployer.undeploy("unready");
    }
    assertThat(health().status()).isEqualTo(200);
  }

  private static int inbox() {
    return statusAt("/readiness/inbox");
  }

  private static int statusAt(String target) {
    return RUN.address().get(target).bearing(CLERK.sessionToken(ADA)).send().status();
  }

  private static Answer health() {
    return RUN.address().get("/health/ready").send();
  }
}
