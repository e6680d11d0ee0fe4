package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.once;
import static io.github.clerkjakarta.internal.backend.TestKeys.ONE;
import static io.github.clerkjakarta.internal.backend.TestKeys.jwk;
import static io.github.clerkjakarta.internal.backend.TestKeys.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.backend.BackendApiClient.NoAnswer;
import io.github.clerkjakarta.internal.log.LogLines;
import io.github.clerkjakarta.internal.token.KeySource.KeysUnavailable;
import io.github.clerkjakarta.internal.token.TokenRules;
import io.github.clerkjakarta.testing.ManualTime;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Floods of requests that only Clerk can judge, while Clerk takes its time. */
class WaitingRequestsTest {

  private static final Duration LONG = Duration.ofSeconds(10);
  private static final TokenRules RULES =
      new TokenRules(List.of(), List.of(), List.of(), 5_000, false, null);
  private static final String EVERYTHING =
      "{\"directives\":[\"a=b\"],\"cookies\":[\"a=b\"],\"id\":\"ak_1\",\"subject\":\"user_1\",\"keys\":["
          + set(jwk("one", ONE)).substring("{\"keys\":[".length());

  private final CountDownLatch gate = new CountDownLatch(1);
  private final ScriptedServer server = ScriptedServer.answering(json(200, EVERYTHING));
  private final ManualTime time = new ManualTime();
  private final BackendApiClient api =
      new BackendApiClient(server.url(), "v1", "sk_test_abc", LONG);
  private final WaitingRequests waiting = new WaitingRequests(3, time);
  private final RemoteKeys keys = keys(LONG);
  private final HandshakePayload payloads = new HandshakePayload(api, waiting, time);
  private final SessionRefresh refresh = new SessionRefresh(api, waiting, time);
  private final MachineTokens tokens =
      new MachineTokens(api, Optional.empty(), Duration.ZERO, waiting, time);

  @AfterEach
  void close() {
    gate.countDown();
    keys.close();
    api.close();
    server.close();
  }

  /** What a request may have to ask Clerk before anybody knows whose it is. */
  interface Question {
    /** Whether Clerk's answer arrived. */
    boolean ask(WaitingRequestsTest test, int number) throws Exception;
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        arguments(
            "nonce", (Question) (test, number) -> !test.directives("nce_" + number).isEmpty()),
        arguments("refresh", (Question) (test, number) -> test.refreshes("sess_" + number)),
        arguments("machine token", (Question) (test, number) -> test.accepts("ak_" + number)),
        arguments("key, asked for anew", (Question) (test, number) -> test.finds("one", true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  @DisplayName("K19 as many as may wait for Clerk, the others get their answer at once")
  void limited(String name, Question question) throws Exception {
    server.answer(once(gate, json(200, EVERYTHING)));
    Callers<Boolean> callers = Callers.start(20, number -> question.ask(this, number));
    callers.awaitAnswered(17);
    assertThat(server.requests()).hasSizeLessThanOrEqualTo(3);
    gate.countDown();
    assertThat(Collections.frequency(callers.results(), true)).isEqualTo(3);

    assertThat(question.ask(this, 99)).as("the places are free again").isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  @DisplayName("K19 it is one number, whatever requests wait for")
  void together(String name, Question question) throws Exception {
    fill();
    assertThat(question.ask(this, 1)).isFalse();
    assertThat(server.requests()).isEmpty();
    waiting.leave();
    assertThat(question.ask(this, 1)).isTrue();
  }

  @Test
  @DisplayName("K19 invented key ids: as many as may wait for the fetch that they cause")
  void inventedKeyIds() throws Exception {
    keys.find("one", false);
    server.answer(once(gate, json(200, EVERYTHING)));
    Callers<Boolean> callers = Callers.start(50, number -> finds("invented-" + number, false));
    callers.awaitAnswered(47);
    assertThat(finds("one", false)).as("a key that is known needs no place").isTrue();
    assertThat(server.requests()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  @DisplayName("K19 an old key needs no place: beyond the number it serves at once")
  void oldKey() throws Exception {
    keys.find("one", false);
    time.pass(KeySet.FRESH_FOR);
    server.answer(once(gate, json(200, EVERYTHING)));
    try (LogLines log = LogLines.of(WaitingRequests.class)) {
      Callers<Boolean> callers = Callers.start(20, number -> finds("one", false));
      callers.awaitAnswered(17);
      gate.countDown();
      assertThat(callers.results()).doesNotContain(false);
      assertThat(log.lines()).as("nobody missed anything").isEmpty();
    }
  }

  @Test
  @DisplayName("K19 the very first key set is worth a moment to all, and more to as many as may")
  void firstSet() throws Exception {
    try (RemoteKeys cold = keys(Duration.ofMillis(50))) {
      server.answer(once(gate, json(200, EVERYTHING)));
      Callers<Boolean> callers = Callers.start(20, number -> finds(cold, "one", false));
      callers.awaitAnswered(17);
      gate.countDown();
      assertThat(Collections.frequency(callers.results(), true)).isEqualTo(3);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  @DisplayName("K19 an unknown key id waits a second at most, and later ones not at all")
  void aSecond() throws Exception {
    try (RemoteKeys usual = new RemoteKeys(api, Duration.ofHours(24), waiting, time)) {
      usual.find("one", false);
      for (Duration age : List.of(Duration.ZERO, KeySet.FRESH_FOR)) {
        time.pass(age);
        server.answer(server.silence());
        assertThat(seconds(() -> finds(usual, "invented", false))).isLessThan(4);
        assertThat(seconds(() -> finds(usual, "another", false))).isLessThan(0.9);
      }
    }
  }

  @Test
  @DisplayName("L7 a flood that finds no place writes one line a minute, and how many more")
  void logged() {
    fill();
    try (LogLines log = LogLines.of(WaitingRequests.class)) {
      for (int i = 0; i < 1000; i++) {
        assertThat(accepts("ak_" + i)).isFalse();
      }
      assertThat(log.lines()).singleElement().asString().contains("WARNING 3 requests");
      time.pass(Duration.ofMinutes(1));
      accepts("ak_1");
      assertThat(log.lines()).hasSize(2);
      assertThat(log.lines().get(1)).endsWith("(And 999 times before.)");
    }
  }

  @Test
  @DisplayName("K19 a call that fails gives its place back")
  void givenBack() {
    for (int i = 0; i < 10; i++) {
      NoAnswer failed = new NoAnswer("no", null);
      Throwable thrown =
          catchThrowable(
              () ->
                  waiting.call(
                      () -> {
                        throw failed;
                      }));
      assertThat(thrown).isSameAs(failed);
    }
  }

  private RemoteKeys keys(Duration patience) {
    return new RemoteKeys(api, Duration.ofHours(24), waiting, time, patience, () -> 0);
  }

  private void fill() {
    for (int i = 0; i < 3; i++) {
      assertThat(waiting.enter()).isTrue();
    }
  }

  private List<String> directives(String nonce) {
    try {
      return payloads.directives(nonce);
    } catch (HandshakePayload.NotAsked e) {
      return List.of();
    }
  }

  private boolean refreshes(String sessionId) {
    try {
      return !refresh
          .cookies(
              new SessionRefresh.Wanted(
                  sessionId, "old", "rt", "https://app.example", Map.of(), false))
          .isEmpty();
    } catch (RefreshRefused e) {
      assertThat(e.cause()).isEqualTo("fetch-error");
      return false;
    }
  }

  private boolean accepts(String token) {
    try {
      return tokens.verify(token, TokenType.API_KEY, RULES).isAuthenticated();
    } catch (MachineTokenRefused e) {
      assertThat(e.reason().code()).isEqualTo("unexpected-error");
      return false;
    }
  }

  private boolean finds(String keyId, boolean skipCache) throws Exception {
    return finds(keys, keyId, skipCache);
  }

  private static boolean finds(RemoteKeys in, String keyId, boolean skipCache) throws Exception {
    try {
      return in.find(keyId, skipCache) != null;
    } catch (KeysUnavailable e) {
      return false;
    }
  }

  private interface Wait {
    boolean carryOut() throws Exception;
  }

  /** How long it takes until the key isn't found. */
  private static double seconds(Wait wait) throws Exception {
    long begun = System.nanoTime();
    assertThat(wait.carryOut()).isFalse();
    return (System.nanoTime() - begun) / 1e9;
  }
}
