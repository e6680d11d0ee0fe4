package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.security.server.webhooks.Inbox;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Session;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("An application that observes Clerk's webhooks")
class WebhooksIT {

  static final ServerRun RUN = ServerRun.current();
  static final LocalClerk CLERK = RUN.clerk();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.named("webhooks")
        .packageOf(Inbox.class)
        .automatic()
        .clerk(CLERK)
        .setting("clerk.webhooks.path", "/webhooks/clerk")
        .setting("clerk.rules", "/inbox = public")
        .archive();
  }

  @AfterEach
  void forget() {
    CLERK.reset();
  }

  @Test
  @DisplayName("hears of them by their type, whatever the rules say")
  void observed() {
    listen();
    assertThat(CLERK.sendWebhook("user.created", ADA)).isEqualTo(204);
    assertThat(CLERK.sendWebhook("user.updated", BEN)).isEqualTo(204);

    assertThat(inbox()).contains("user " + ADA.id(), "any user.created", "any user.updated");
    assertThat(inbox()).doesNotContain("user " + BEN.id());
    assertThat(RUN.address().get("/webhooks/webhooks/clerk").send().status()).isEqualTo(401);
    assertThat(RUN.address().request("POST", "/webhooks/webhooks/clerk").send().status())
        .isEqualTo(400);
    assertThat(RUN.address().request("POST", "/webhooks/webhooks/other").send().status())
        .isEqualTo(401);
  }

  @Test
  @DisplayName("gets those again that an observer failed for; an asynchronous one fails in vain")
  void failures() throws InterruptedException {
    listen();
    Session session = CLERK.session(ADA);
    CLERK.revoke(session);

    assertThat(await("later")).isEqualTo(1);
    assertThat(await("any session.created")).isEqualTo(2);
    assertThat(await("any session.revoked")).isEqualTo(1);
    assertThat(CLERK.sendWebhook("session.created", Map.of("id", "sess_1"))).isEqualTo(204);
  }

  private static void listen() {
    CLERK.sendWebhooksTo(RUN.address().origin() + "/webhooks/webhooks/clerk");
  }

  /** How often a line is there, once it is. */
  private static long await(String line) throws InterruptedException {
    long times = 0;
    for (int waited = 0; times == 0 && waited < 100; waited++) {
      Thread.sleep(100);
      times = inbox().stream().filter(line::equals).count();
    }
    return times;
  }

  private static List<String> inbox() {
    return RUN.address().get("/webhooks/inbox").send().body().lines().toList();
  }
}
