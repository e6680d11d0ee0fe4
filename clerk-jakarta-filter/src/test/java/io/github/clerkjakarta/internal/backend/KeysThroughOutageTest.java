package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.KeysUnderTest.UNAVAILABLE;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.hangUp;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.text;
import static io.github.clerkjakarta.internal.backend.TestKeys.ONE;
import static io.github.clerkjakarta.internal.backend.TestKeys.TWO;
import static io.github.clerkjakarta.internal.backend.TestKeys.jwk;
import static io.github.clerkjakarta.internal.backend.TestKeys.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.backend.ScriptedServer.Script;
import io.github.clerkjakarta.internal.log.LogLines;
import io.github.clerkjakarta.internal.token.TokenRefused;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key set does while the Backend API is not well. */
class KeysThroughOutageTest {

  private static final Script WELL = json(200, set(jwk("one", ONE)));
  private static final Script NOT_JSON = text(502, "text/plain", "bad gateway");
  private static final String INVALID_KEY =
      "{\"errors\":[{\"code\":\"clerk_key_invalid\",\"message\":\"The key is invalid.\"}]}";

  private final KeysUnderTest test = KeysUnderTest.asking(WELL);

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  @DisplayName("K1 the last good keys serve through an outage for staleKeysFor, and no longer")
  void graceEnds() throws Exception {
    test.find("one");
    test.server.close();
    test.time.pass(Duration.ofHours(24).minusNanos(1));
    assertThat(test.find("one")).isEqualTo(ONE);
    test.time.pass(Duration.ofNanos(1));
    assertThat(test.keys.known("one")).isNull();
    assertThat(test.reason("one")).isEqualTo(UNAVAILABLE);
  }

  @Test
  @DisplayName("K1 the grace is measured from the last successful fetch, not from the failure")
  void failuresDontExtendTheGrace() throws Exception {
    test.find("one");
    test.server.answer(hangUp());
    for (int hour = 0; hour < 23; hour++) {
      test.time.pass(Duration.ofHours(1));
      assertThat(test.find("one")).isEqualTo(ONE);
    }
    test.time.pass(Duration.ofHours(1));
    assertThat(test.reason("one")).isEqualTo(UNAVAILABLE);
  }

  @Test
  @DisplayName("K1 staleKeysFor = 0 turns the grace off")
  void noGrace() throws Exception {
    try (KeysUnderTest strict = KeysUnderTest.asking(WELL, Duration.ZERO)) {
      strict.find("one");
      strict.time.pass(KeySet.FRESH_FOR);
      strict.server.answer(hangUp());
      assertThat(strict.keys.known("one")).isNull();
      assertThat(strict.reason("one")).isEqualTo(UNAVAILABLE);
    }
  }

  @Test
  @DisplayName("K1 nothing known and nobody there: unavailable, never a wrong token")
  void cold() {
    test.server.close();
    assertThat(test.reason("one")).isEqualTo(UNAVAILABLE);
  }

  @Test
  @DisplayName("K1 the set is fetched again as soon as the API is back")
  void recovery() throws Exception {
    test.find("one");
    test.time.pass(KeySet.FRESH_FOR);
    test.server.answer(hangUp());
    assertThat(test.find("one")).isEqualTo(ONE);
    test.server.answer(json(200, set(jwk("one", TWO))));
    assertThat(test.find("one")).isEqualTo(TWO);
  }

  @Test
  @DisplayName("K1 who skips the cache isn't served an old key")
  void skipCache() throws Exception {
    test.find("one");
    test.server.answer(json(500, "{}"));
    assertThatThrownBy(() -> test.keys.find("one", true)).isInstanceOf(TokenRefused.class);
  }

  @Test
  @DisplayName("K3 clerk_key_invalid: Clerk's reason and words, one loud line, no grace")
  void invalidSecretKey() throws Exception {
    test.find("one");
    test.time.pass(KeySet.FRESH_FOR);
    test.server.answer(json(401, INVALID_KEY));
    try (LogLines log = LogLines.of(KeysLog.class)) {
      assertThatThrownBy(() -> test.find("one"))
          .isInstanceOfSatisfying(
              TokenRefused.class,
              refused -> {
                assertThat(refused.reason().code()).isEqualTo("secret-key-invalid");
                assertThat(refused.fullMessage("header"))
                    .startsWith("The key is invalid. Contact support@clerk.com (reason=");
              });
      for (int i = 0; i < 5; i++) {
        test.time.pass(Duration.ofHours(1));
        assertThat(test.reason("one")).isEqualTo("secret-key-invalid");
      }
      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().get(0)).startsWith("SEVERE").doesNotContain("sk_test_abc");
    }
  }

  @Test
  @DisplayName("K3 an invalid secret key doesn't take away keys that are fresh")
  void invalidSecretKeyWhileFresh() throws Exception {
    test.find("one");
    test.server.answer(json(401, INVALID_KEY));
    assertThat(test.reason("two")).isEqualTo("secret-key-invalid");
    assertThat(test.find("one")).isEqualTo(ONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 429, 500, 502, 503})
  @DisplayName("K4 an HTTP error is told by its status when nothing is known")
  void httpErrors(int status) {
    test.server.answer(json(status, "{\"errors\":[{\"code\":\"other\",\"message\":\"x\"}]}"));
    assertThatThrownBy(() -> test.find("one"))
        .isInstanceOfSatisfying(
            TokenRefused.class,
            refused -> assertThat(refused.reason().code()).isEqualTo("jwk-remote-failed-to-load"))
        .hasMessage(
            "Error loading Clerk JWKS from " + test.server.url() + "/v1/jwks with code=" + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"errors\":7}", "{\"errors\":[7]}", "{\"keys\":7}", "7", "[]"})
  @DisplayName("K5 JSON in a form that Clerk's API doesn't have is a key set that didn't load")
  void otherForms(String body) {
    for (int status : new int[] {200, 401}) {
      test.server.answer(json(status, body));
      assertThat(test.reason("one")).isEqualTo("jwk-remote-failed-to-load");
      test.time.pass(Duration.ofMinutes(5));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  @DisplayName("K4 Retry-After is honoured from the first failure on")
  void retryAfter(int status) throws Exception {
    test.server.answer(json(status, "{}", "Retry-After: 120"));
    test.reason("one");
    test.server.answer(WELL);
    test.time.pass(Duration.ofSeconds(120).minusNanos(1));
    assertThat(test.reason("one")).isEqualTo("jwk-remote-failed-to-load");
    assertThat(test.fetches()).isEqualTo(1);
    test.time.pass(Duration.ofNanos(1));
    assertThat(test.find("one")).isEqualTo(ONE);
  }

  @Test
  @DisplayName("K4 a Retry-After may be a date, which counts from the answer's own Date")
  void retryAfterDate() throws Exception {
    test.server.answer(
        json(
            429,
            "{}",
            "Date: Tue, 15 Nov 1994 08:12:31 GMT",
            "Retry-After: Tue, 15 Nov 1994 08:13:31 GMT"));
    test.reason("one");
    test.server.answer(WELL);
    test.time.pass(Duration.ofSeconds(60).minusNanos(1));
    test.reason("one");
    assertThat(test.fetches()).isEqualTo(1);
    test.time.pass(Duration.ofNanos(1));
    assertThat(test.find("one")).isEqualTo(ONE);
  }

  @Test
  @DisplayName("K4 a Retry-After of a day can't keep the keys away for longer than five minutes")
  void longRetryAfter() throws Exception {
    test.server.answer(json(503, "{}", "Retry-After: 86400"));
    test.reason("one");
    test.server.answer(WELL);
    test.time.pass(RetryAfter.LONGEST);
    assertThat(test.find("one")).isEqualTo(ONE);
  }

  static Stream<Script> nonsense() {
    return Stream.of(
        text(200, "text/html", "<html>"),
        json(200, ""),
        json(200, "{}"),
        json(200, "{\"keys\":[]}"),
        json(200, "{\"keys\":{}}"),
        json(200, "null"),
        json(200, "[]"),
        json(200, set(jwk("one", TWO)) + " and more"),
        json(200, "{\"keys\":[" + " ".repeat(2 << 20) + "]}"),
        text(200, "application/json", "\u001f\u008b\b", "Content-Encoding: gzip"));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  @DisplayName("K5 an answer that holds no key set is refused, and the old keys are kept")
  void nonsense(Script answer) throws Exception {
    test.find("one");
    test.server.answer(answer);
    assertThat(test.reason("two")).isIn(UNAVAILABLE, "jwk-remote-failed-to-load");
    assertThat(test.find("one")).isEqualTo(ONE);
    test.time.pass(KeySet.FRESH_FOR);
    assertThat(test.find("one")).isEqualTo(ONE);
    assertThat(test.fetches()).isEqualTo(3);
  }

  @Test
  @DisplayName("K5 a set without keys is told in Clerk's words")
  void emptySet() {
    test.server.answer(json(200, "{\"keys\":[]}"));
    assertThatThrownBy(() -> test.find("one"))
        .isInstanceOfSatisfying(
            TokenRefused.class,
            refused ->
                assertThat(refused.fullMessage("header"))
                    .isEqualTo(
                        "The JWKS endpoint did not contain any signing keys. Contact"
                            + " support@clerk.com. Contact support@clerk.com"
                            + " (reason=jwk-remote-failed-to-load, token-carrier=header)"));
  }

  @Test
  @DisplayName("K10 the back-off begins at the second failure in a row")
  void backOff() throws Exception {
    test.server.answer(NOT_JSON);
    test.reason("one");
    test.reason("one");
    assertThat(test.fetches()).isEqualTo(2);

    test.server.answer(WELL);
    test.time.pass(Duration.ofSeconds(1).minusNanos(1));
    assertThat(test.reason("one")).isEqualTo(UNAVAILABLE);
    assertThat(test.fetches()).isEqualTo(2);
    test.time.pass(Duration.ofNanos(1));
    assertThat(test.find("one")).isEqualTo(ONE);
    assertThat(test.fetches()).isEqualTo(3);
  }

  @Test
  @DisplayName("K10 during a back-off old keys serve at once, known without asking")
  void oldKeysDuringABackOff() throws Exception {
    test.find("one");
    test.time.pass(KeySet.FRESH_FOR);
    test.server.answer(NOT_JSON);
    test.find("one");
    assertThat(test.keys.known("one")).isNull();
    test.find("one");
    assertThat(test.keys.known("one")).isNotNull();
    test.find("one");
    assertThat(test.fetches()).isEqualTo(3);
    test.time.pass(Duration.ofSeconds(1));
    assertThat(test.keys.known("one")).isNull();
  }

  @Test
  @DisplayName("L7 an API that comes and goes is logged once a minute and line, not at each turn")
  void comesAndGoes() throws Exception {
    try (LogLines log = LogLines.of(KeysLog.class)) {
      for (int i = 0; i < 20; i++) {
        test.server.answer(i % 4 == 0 ? json(401, INVALID_KEY) : json(500, "{}"));
        assertThatThrownBy(() -> test.keys.find("one", true)).isInstanceOf(TokenRefused.class);
        test.server.answer(WELL);
        test.keys.find("one", true);
      }
      assertThat(log.lines()).hasSize(3);
    }
  }

  @Test
  @DisplayName("L5 an outage is logged once a minute, and its end once")
  void logged() throws Exception {
    try (LogLines log = LogLines.of(KeysLog.class)) {
      test.server.answer(json(500, "{}"));
      test.reason("one");
      test.reason("one");
      assertThat(log.lines()).hasSize(1);
      test.time.pass(Duration.ofMinutes(1));
      test.reason("one");
      assertThat(log.lines()).hasSize(2).allSatisfy(line -> assertThat(line).contains("code=500"));
      test.time.pass(Duration.ofMinutes(1));
      test.server.answer(WELL);
      test.find("one");
      test.find("one");
      assertThat(log.lines()).hasSize(3);
      assertThat(log.lines().get(2)).startsWith("INFO");
    }
  }
}
