package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.once;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.internal.backend.Callers;
import io.github.clerkjakarta.internal.backend.ScriptedServer;
import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A flood of requests that Clerk alone can judge, while Clerk takes its time,")
class FloodTest {

  private static final int WAITING = 3;
  private static final int REQUESTS = 20;

  @ParameterizedTest
  @EnumSource
  @DisplayName("K19 of nonces holds so many threads; others are told to try again, open pages open")
  void nonces(TestServer server) throws Exception {
    flood(
        server,
        number -> "/account?__clerk_handshake_nonce=nce_" + number,
        Map.of(),
        answer -> {
          assertThat(answer.status()).isEqualTo(503);
          assertThat(answer.all("Retry-After")).hasSize(1);
          assertThat(answer.all("Set-Cookie")).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("K19 of machine tokens holds so many threads; others are told to try again")
  void machineTokens(TestServer server) throws Exception {
    flood(
        server,
        number -> "/api?" + number,
        Map.of("Authorization", "Bearer ak_invented"),
        answer -> {
          assertThat(answer.status()).isEqualTo(503);
          assertThat(answer.all("Retry-After")).hasSize(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("K19 of expired sessions holds so many threads; others are refreshed by a handshake")
  void refreshes(TestServer server) throws Exception {
    flood(
        server,
        number -> "/account?" + number,
        Map.of("Cookie", expiredSession()),
        answer -> {
          assertThat(answer.status()).isEqualTo(307);
          assertThat(answer.first("Location").orElseThrow()).contains("/v1/client/handshake?");
        });
  }

  private interface Check {
    void on(Answer answer);
  }

  private static void flood(
      TestServer server, Function<Integer, String> target, Map<String, String> headers, Check check)
      throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (ScriptedServer clerk = ScriptedServer.answering(json(404, "{}"));
        RunningServer running = running(server, clerk.url())) {
      send(running, target.apply(-1), headers);
      assertThat(clerk.requests()).as("Clerk is asked").hasSize(1);

      clerk.answer(once(gate, json(404, "{}")));
      Callers<Answer> callers =
          Callers.start(REQUESTS, number -> send(running, target.apply(number), headers));
      callers.awaitAnswered(REQUESTS - WAITING);
      assertThat(callers.answered()).hasSize(REQUESTS - WAITING).allSatisfy(check::on);
      assertThat(send(running, "/open", Map.of()).body()).startsWith("user=nobody");
      clerk.awaitRequests(1 + WAITING);
      gate.countDown();
      assertThat(callers.results()).hasSize(REQUESTS);
      assertThat(clerk.requests()).hasSize(1 + WAITING);
    }
  }

  private static Answer send(RunningServer running, String target, Map<String, String> headers) {
    Wire wire = running.get(target).asDocument();
    headers.forEach(wire::with);
    return wire.send();
  }

  private static String expiredSession() {
    String suffix = PublishableKey.parse(Instances.LIVE_KEY).orElseThrow().cookieSuffix();
    String token = Token.of("user_1").claim("sid", "sess_1").claim("exp", 1L).text();
    return "__client_uat_%1$s=1; __session_%1$s=%2$s; __refresh_%1$s=rt_1".formatted(suffix, token);
  }

  private static RunningServer running(TestServer server, String apiUrl) {
    return server.deploy(
        new TestWar()
            .filter(
                ClerkFilter.class,
                Map.of(
                    "clerk.publishableKey",
                    Instances.LIVE_KEY,
                    "clerk.secretKey",
                    "sk_live_abcdefghijklmnopqrstuvwxyz",
                    "clerk.jwtKey",
                    SigningKey.ONE.pem(),
                    "clerk.apiUrl",
                    apiUrl,
                    "clerk.maxWaitingRequests",
                    "" + WAITING,
                    "clerk.rules",
                    "/open = public; /api = accepts api_key; /account = signed-in"))
            .servlet(WhoServlet.class, "/*")
            .unpacked(),
        "");
  }
}
