package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.Session;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A session that has ended")
class RevocationTest {

  private static final String PATH = "/webhooks/clerk";

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  @ParameterizedTest
  @EnumSource
  @DisplayName("counts no more once Clerk has said so, though its token is still in time")
  void ended(TestServer server) {
    try (RunningServer running = server.deploy(revoking(clerk()).unpacked(), "")) {
      clerk().sendWebhooksTo("http://127.0.0.1:" + running.port() + PATH);
      for (String type : List.of("session.ended", "session.removed", "session.revoked")) {
        Session ended = clerk().session(ADA);
        Session other = clerk().session(ADA);
        String token = ended.token();
        assertThat(status(running, token)).isEqualTo(200);

        assertThat(clerk().sendWebhook(type, Map.of("id", ended.id()))).isEqualTo(204);

        Answer answer = who(running, token).send();
        assertThat(answer.status()).as(type).isEqualTo(401);
        assertThat(answer.all("x-clerk-auth-reason")).containsExactly("session-revoked");
        assertThat(status(running, ended.token())).isEqualTo(401);
        assertThat(running.page("/who", ended.cookieHeader()).send().status()).isEqualTo(302);
        assertThat(status(running, other.token())).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("with its user ends all other sessions of that user, and nobody else's")
  void userDeleted(TestServer server) {
    try (RunningServer running = server.deploy(revoking(clerk()).unpacked(), "")) {
      clerk().sendWebhooksTo("http://127.0.0.1:" + running.port() + PATH);
      String ada = clerk().session(ADA).token();
      String ben = clerk().session(BEN).token();

      clerk().sendWebhook("user.updated", ADA);
      assertThat(status(running, ada)).isEqualTo(200);
      clerk().sendWebhook("user.deleted", ADA);

      assertThat(status(running, ada)).isEqualTo(401);
      assertThat(status(running, ben)).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("counts on where nobody asked for the opposite")
  void notAsked(TestServer server) {
    TestWar war = war(clerk()).servlet(InboxServlet.class, PATH);
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      clerk().sendWebhooksTo("http://127.0.0.1:" + running.port() + PATH);
      Session ended = clerk().session(ADA);
      clerk().sendWebhook("session.revoked", Map.of("id", ended.id()));
      assertThat(status(running, ended.token())).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D14 is heard of where the settings are right, or the deployment fails")
  void wrongSettings(TestServer server) {
    for (TestWar war :
        List.of(
            war(clerk()).contextParam("clerk.revocation", "webhooks"),
            war(clerk())
                .contextParam("clerk.webhooks.path", PATH)
                .contextParam("clerk.revocation", "true"))) {
      assertThatThrownBy(() -> server.deploy(war.unpacked(), ""))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static LocalClerk clerk() {
    return CLERK.clerk();
  }

  private static TestWar revoking(LocalClerk clerk) {
    return war(clerk)
        .contextParam("clerk.webhooks.path", PATH)
        .contextParam("clerk.revocation", "webhooks");
  }

  private static TestWar war(LocalClerk clerk) {
    return TestWar.of(clerk)
        .contextParam("clerk.webhookSigningSecret", clerk.webhookSigningSecret())
        .contextParam("clerk.signInUrl", clerk.signInUrl())
        .contextParam("clerk.rules", "/who = signed-in")
        .servlet(WhoServlet.class, "/who");
  }

  private static int status(RunningServer running, String token) {
    return who(running, token).send().status();
  }

  private static Wire who(RunningServer running, String token) {
    return running.get("/who").with("Authorization", "Bearer " + token);
  }
}
