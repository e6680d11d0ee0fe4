package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A request that a filter ahead has sent on before ours sees it")
class ArrivalTest {

  private static final String ADMIN = "/admin/x";

  @ParameterizedTest
  @EnumSource
  @DisplayName("D21 is decided and judged where it arrives, whatever the dispatch")
  void nobody(TestServer server) {
    RunningServer guarded = EdgeServers.plain(server);
    for (String how : List.of("async", "forward", "include")) {
      for (String state : List.of("session-token-and-uat-missing", "signed-in")) {
        String id = id();
        Answer answer =
            sentOn(guarded, "/public/x", how, ADMIN)
                .with("Test-State", state)
                .with("Test-Id", id)
                .send();
        int refused = state.equals("signed-in") ? 403 : 401;
        assertThat(answer.status())
            .as(how + state)
            .isEqualTo(how.equals("include") ? 500 : refused);
        assertThat(answer.body()).as(how + state).doesNotContain("user=");
        assertThat(EdgeApplication.hasRun(id)).as(how + state).isFalse();
      }
    }
    assertThat(sentOn(guarded, ADMIN, "async", null).send().status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D21 of a caller who may have it, it is served, and decided once")
  void admitted(TestServer server) {
    RunningServer guarded = EdgeServers.plain(server);
    for (String how : List.of("async", "forward", "include")) {
      Answer answer = admin(sentOn(guarded, "/public/x", how, ADMIN)).send();
      assertThat(answer.status()).as(how).isEqualTo(200);
      assertThat(answer.body())
          .as(how)
          .startsWith("user=user_1 principal=user_1 remote=user_1 type=CLERK")
          .contains("asked=1");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D21 an open page is judged by its own path, not by the one that was asked for")
  void openPage(TestServer server) {
    for (String how : List.of("async", "forward", "include")) {
      Answer answer = sentOn(EdgeServers.plain(server), ADMIN, how, "/who").send();
      assertThat(answer.status()).as(how).isEqualTo(200);
      assertThat(answer.body()).as(how).startsWith("user=nobody");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D21 cookies and other headers for the caller leave with the page, each once")
  void headers(TestServer server) {
    for (String how : List.of("async", "forward")) {
      Answer answer =
          sentOn(EdgeServers.plain(server), "/public/x", how, "/who")
              .with("Test-State", "healed")
              .send();
      assertThat(answer.body()).as(how).startsWith("user=user_1");
      assertThat(answer.all("Set-Cookie"))
          .as(how)
          .containsExactly("__session=abc; Path=/", "__client_uat=1; Path=/");
      assertThat(answer.all("Vary")).as(how).containsExactly("Cookie, Authorization");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D21 a browser comes back from sign-in to the address that it knows")
  void signIn(TestServer server) {
    Answer answer =
        sentOn(EdgeServers.guarded(server), "/public/x?a=b", "forward", "/account/x?c=d")
            .asDocument()
            .send();
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.first("Location").orElseThrow())
        .endsWith("redirect_url=http%3A%2F%2Fapp.example%2Fpublic%2Fx%3Fa%3Db");
    Answer async =
        sentOn(EdgeServers.guarded(server), "/account/x?a=b", "async", null).asDocument().send();
    assertThat(async.first("Location").orElseThrow()).endsWith("%2Faccount%2Fx%3Fa%3Db");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D21 a handshake answers what is forwarded or suspended, and never a part of a page")
  void handshake(TestServer server) {
    RunningServer guarded = EdgeServers.plain(server);
    for (String how : List.of("async", "forward", "include")) {
      Answer answer =
          sentOn(guarded, "/public/x", how, "/who").with("Test-State", "handshake").send();
      assertThat(answer.body()).as(how).doesNotContain("user=");
      assertThat(answer.status()).as(how).isEqualTo(how.equals("include") ? 500 : 307);
      assertThat(answer.all("Location")).as(how).hasSize(how.equals("include") ? 0 : 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D21 an error page keeps its status, and is shown only if it is open")
  void errorPage(TestServer server) {
    Answer open = error(EdgeServers.guarded(server)).send();
    assertThat(open.status()).isEqualTo(404);
    assertThat(open.body()).startsWith("user=nobody").contains("dispatch=ERROR");

    RunningServer closed = EdgeServers.guardedWith(server, "test.errorPages", "/admin/x");
    String id = id();
    Answer refused = error(closed).with("Test-Id", id).send();
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body()).doesNotContain("user=");
    assertThat(refused.all("Location")).isEmpty();
    assertThat(EdgeApplication.hasRun(id)).isFalse();
    Answer page = error(closed).asDocument().send();
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.all("Location")).isEmpty();
    Answer shown = admin(error(closed)).send();
    assertThat(shown.status()).isEqualTo(404);
    assertThat(shown.body()).startsWith("user=user_1");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D21 where an error page can't be decided, its status stays and nothing runs")
  void errorPageThatFails(TestServer server) {
    for (String state : List.of("fault", "misconfigured", "handshake")) {
      String id = id();
      Answer answer =
          error(EdgeServers.guarded(server)).with("Test-State", state).with("Test-Id", id).send();
      assertThat(answer.status()).as(state).isEqualTo(404);
      assertThat(answer.body()).as(state).doesNotContain("user=", "sk_test");
      assertThat(answer.all("Location")).as(state).isEmpty();
      assertThat(EdgeApplication.hasRun(id)).as(state).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D21 where a part of a page can't be decided, the page fails")
  void includeThatFails(TestServer server) {
    for (String state : List.of("fault", "misconfigured", "handshake", "development-return")) {
      String id = id();
      Answer answer =
          sentOn(EdgeServers.plain(server), "/public/x", "include", "/who")
              .with("Test-State", state)
              .with("Test-Id", id)
              .send();
      assertThat(answer.status()).as(state).isEqualTo(500);
      assertThat(EdgeApplication.hasRun(id)).as(state).isFalse();
    }
  }

  @Test
  @DisplayName("D21 Jetty's DoSFilter opens no closed page")
  void dosFilter() {
    TestWar war =
        TestWar.ofEdge(Map.of("clerk.rules", "/admin/** = signed-in", "test.errorPages", "none"))
            .filter(
                "org.eclipse.jetty.ee10.servlets.DoSFilter",
                Map.of("maxRequestsPerSec", "2", "delayMs", "50", "throttledRequests", "100"));
    try (RunningServer running = TestServer.JETTY_12.deploy(war.unpacked(), "")) {
      List<Answer> refused = new ArrayList<>();
      List<Answer> served = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        answered(running.get(ADMIN)).ifPresent(refused::add);
        answered(running.get(ADMIN).with("Test-State", "signed-in")).ifPresent(served::add);
      }
      assertThat(refused)
          .isNotEmpty()
          .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(401))
          .allSatisfy(answer -> assertThat(answer.body()).doesNotContain("user="));
      assertThat(served)
          .allSatisfy(answer -> assertThat(answer.body()).startsWith("user=user_1"))
          .anySatisfy(answer -> assertThat(answer.body()).contains("dispatch=ASYNC"));
    }
  }

  /** The DoSFilter leaves a request that it delays unanswered at times, without ours as well. */
  private static Optional<Answer> answered(Wire wire) {
    try {
      return Optional.of(wire.within(2_000).send());
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static Wire error(RunningServer running) {
    return sentOn(running, "/public/x", "error", "404");
  }

  private static Wire sentOn(RunningServer running, String path, String how, String to) {
    Wire wire = running.get(path).with("Test-Tamper", how);
    return to == null ? wire : wire.with("Test-To", to);
  }

  private static Wire admin(Wire wire) {
    return wire.with("Test-State", "signed-in")
        .with("Test-Role", "org:admin")
        .with("Test-Id", id());
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
