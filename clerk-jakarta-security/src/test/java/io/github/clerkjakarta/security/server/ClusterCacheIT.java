package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.cluster.EntriesServlet;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Payara has JCache by itself, and the other servers have none. */
@OnServer
@DisplayName("An application that names a cache")
class ClusterCacheIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  private static final String NAME = "cluster-cache";

  @ArquillianResource private Deployer deployer;

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive war() {
    TestWar war = TestWar.named(NAME);
    if (RUN.server() == Server.PAYARA) {
      // it asks for the server's cache itself
      war.packageOf(EntriesServlet.class);
    }
    return war.automatic()
        .clerk(CLERK)
        .setting("clerk.webhooks.path", "/webhooks/clerk")
        .setting("clerk.webhooks.cache", "clerk-test")
        .setting("clerk.revocation", "webhooks")
        .setting("clerk.rules", "/public/** = public; /** = signed-in")
        .archive();
  }

  @AfterEach
  void forget() {
    CLERK.reset();
  }

  @Test
  @DisplayName("D14 has that of its server, which outlives the application, or isn't deployed")
  void cacheOfServer() throws IOException {
    if (RUN.server() != Server.PAYARA) {
      int before = Files.readString(RUN.server().log()).length();
      assertThat(RUN.server().starts(NAME, deployer)).isFalse();
      assertThat(Files.readString(RUN.server().log()).substring(before))
          .contains("(CLERK_WEBHOOKS_CACHE) needs JCache");
      return;
    }
    deployer.deploy(NAME);
    CLERK.sendWebhooksTo(RUN.address().origin() + "/" + NAME + "/webhooks/clerk");
    Session ended = CLERK.session(ADA);
    Session other = CLERK.session(ADA);
    assertThat(status(ended)).isEqualTo(404);
    assertThat(CLERK.sendWebhook("session.ended", Map.of("id", ended.id()))).isEqualTo(204);
    assertThat(status(ended)).isEqualTo(401);
    assertThat(RUN.address().get("/" + NAME + "/public/entries").send().body())
        .containsPattern("clerk:webhook:/cluster-cache \\S+ msg_\\S+ = handled")
        .containsPattern("clerk:ended:/cluster-cache \\S+ 1 = \\d+ " + ended.id());
    deployer.undeploy(NAME);

    deployer.deploy(NAME);
    assertThat(status(ended)).as("once it is deployed again").isEqualTo(401);
    assertThat(status(other)).isEqualTo(404);
    deployer.undeploy(NAME);
  }

  /** What a caller is told of a page that isn't there, if that is who they are. */
  private static int status(Session session) {
    return RUN.address().get("/" + NAME + "/page").bearing(session.token()).send().status();
  }
}
