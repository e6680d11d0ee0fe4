package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.hangUp;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.backend.ScriptedServer.Request;
import io.github.clerkjakarta.internal.backend.ScriptedServer.Script;
import io.github.clerkjakarta.internal.token.TokenRules;
import io.github.clerkjakarta.testing.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Backend API is asked about machine tokens, and what is made of its answers. */
class MachineTokensTest {

  private static final String SECRET = "ak_SecretSecret";
  private static final String KEY =
      "{\"object\":\"api_key\",\"id\":\"ak_1\",\"subject\":\"user_1\",\"scopes\":[\"read\"]}";
  private static final String NOT_FOUND =
      "{\"errors\":[{\"code\":\"api_key_not_found\",\"message\":\"not found\"}]}";
  private static final TokenRules RULES = rules(false);

  private final ScriptedServer server = ScriptedServer.answering(json(200, KEY));
  private final BackendApiClient api =
      new BackendApiClient(server.url(), "v1", "sk_test_abc", Duration.ofSeconds(1));
  private final ManualTime time = new ManualTime();
  private final MachineTokens tokens = remembering(Duration.ZERO);

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "API_KEY, /api_keys/verify, secret, sk_test_abc",
    "M2M_TOKEN, /m2m_tokens/verify, token, ak_machine",
    "OAUTH_TOKEN, /oauth_applications/access_tokens/verify, access_token, sk_test_abc"
  })
  void eachKindIsAskedAboutAtItsPlaceWithItsKey(
      TokenType type, String path, String member, String key) throws Exception {
    assertThat(tokens.verify(SECRET, type, RULES).subject()).contains("user_1");

    Request request = server.requests().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo(path);
    assertThat(request.body()).isEqualTo("{\"" + member + "\":\"" + SECRET + "\"}");
    assertThat(request.headers()).containsEntry("authorization", "Bearer " + key);
  }

  @ParameterizedTest
  @CsvSource({
    "400, unexpected-error",
    "401, secret-key-invalid",
    "403, unexpected-error",
    "404, token-invalid",
    "422, unexpected-error",
    "429, unexpected-error",
    "500, unexpected-error",
    "502, unexpected-error",
    "503, unexpected-error"
  })
  @DisplayName("M2 a wrong key, an unknown token and an outage have a reason each")
  void reasons(int status, String reason) {
    server.answer(json(status, NOT_FOUND));

    assertThat(refusal(tokens).reason().code()).isEqualTo(reason);
    assertThat(refusal(tokens).fullMessage()).contains("status=" + status);
  }

  static Stream<Script> faults() {
    return Stream.of(
        json(302, KEY, "Location: /elsewhere"),
        text(200, "text/html", "<html>"),
        json(200, ""),
        json(200, "null"),
        json(200, "[]"),
        json(200, "{\"a\":\"" + "a".repeat(2 << 20) + "\"}"),
        hangUp());
  }

  @ParameterizedTest
  @MethodSource("faults")
  @DisplayName("K16 what isn't the description of a token is an unexpected error")
  void nonsense(Script answer) {
    server.answer(answer);

    assertThat(refusal(tokens).reason().code()).isEqualTo("unexpected-error");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  @DisplayName("K16 an API that never answers delays the request by the deadline at most")
  void silence() {
    server.answer(server.silence());

    assertThat(refusal(tokens).reason().code()).isEqualTo("unexpected-error");
  }

  @Test
  @DisplayName("K16 an API that is out of reach is an unexpected error")
  void outOfReach() {
    server.close();

    assertThat(refusal(tokens).fullMessage())
        .isEqualTo("Unexpected error (code=unexpected-error, status=n/a)");
  }

  @ParameterizedTest
  @CsvSource({"429", "503"})
  @DisplayName("K16 while a Retry-After lasts nothing is asked about that token")
  void retryAfter(int status) throws Exception {
    server.answer(json(status, "{}", "Retry-After: 7"));
    refusal(tokens);
    server.answer(json(200, KEY));

    time.pass(Duration.ofMillis(6_999));
    assertThat(refusal(tokens).reason().code()).isEqualTo("unexpected-error");
    assertThat(server.requests()).hasSize(1);
    assertThat(tokens.verify("mt_1", TokenType.M2M_TOKEN, RULES).isAuthenticated()).isTrue();

    time.pass(Duration.ofMillis(1));
    assertThat(tokens.verify(SECRET, TokenType.API_KEY, RULES).isAuthenticated()).isTrue();
  }

  @Test
  @DisplayName("M7 a pause that one token caused is no pause for another, seen before or not")
  void pauseOfOneToken() throws Exception {
    server.answer(json(429, "{}", "Retry-After: 300"));
    assertThat(refusal(tokens, "ak_junk").reason().code()).isEqualTo("unexpected-error");
    server.answer(json(200, KEY));

    assertThat(refusal(tokens, "ak_junk").reason().code()).isEqualTo("unexpected-error");
    assertThat(server.requests()).hasSize(1);
    assertThat(tokens.verify(SECRET, TokenType.API_KEY, RULES).isAuthenticated()).isTrue();
  }

  @Test
  @DisplayName("M7 a flood that Clerk puts off is stopped; tokens known to be good go on")
  void pauseOfEveryone() throws Exception {
    tokens.verify(SECRET, TokenType.API_KEY, RULES);
    server.answer(json(429, "{}", "Retry-After: 300"));
    for (int i = 0; i < 1000; i++) {
      refusal(tokens, "ak_junk" + i);
    }
    assertThat(server.requests()).hasSize(1 + MachineTokenPauses.MOST_IN_A_ROW);
    server.answer(json(200, KEY));
    assertThat(refusal(tokens, "ak_new").reason().code()).isEqualTo("unexpected-error");
    assertThat(tokens.verify("mt_1", TokenType.M2M_TOKEN, RULES).isAuthenticated()).isTrue();

    assertThat(tokens.verify(SECRET, TokenType.API_KEY, RULES).isAuthenticated()).isTrue();
    assertThat(tokens.verify("ak_new", TokenType.API_KEY, RULES).isAuthenticated())
        .as("Clerk answers again")
        .isTrue();
  }

  @Test
  @DisplayName("M7 a token that was good more than an hour ago is known no longer")
  void pauseOfEveryoneAfterAnHour() throws Exception {
    tokens.verify(SECRET, TokenType.API_KEY, RULES);
    time.pass(Duration.ofHours(1).minusNanos(1));
    server.answer(json(429, "{}", "Retry-After: 300"));
    for (int i = 0; i < 16; i++) {
      refusal(tokens, "ak_junk" + i);
    }
    server.answer(json(200, KEY));

    time.pass(Duration.ofNanos(1));
    assertThat(refusal(tokens).reason().code()).isEqualTo("unexpected-error");
  }

  @Test
  @DisplayName("M7 a pause for everyone ends when the Retry-After does")
  void pauseOfEveryoneEnds() throws Exception {
    server.answer(json(429, "{}", "Retry-After: 300"));
    for (int i = 0; i < MachineTokenPauses.MOST_IN_A_ROW; i++) {
      refusal(tokens, "ak_junk" + i);
    }
    server.answer(json(200, KEY));
    time.pass(Duration.ofSeconds(300).minusNanos(1));
    assertThat(refusal(tokens).reason().code()).isEqualTo("unexpected-error");
    time.pass(Duration.ofNanos(1));
    assertThat(tokens.verify(SECRET, TokenType.API_KEY, RULES).isAuthenticated()).isTrue();
  }

  @Test
  @DisplayName("M7 what the cache knows to be good stays good")
  void cachedThroughAPause() throws Exception {
    MachineTokens remembering = remembering(Duration.ofMinutes(1));
    remembering.verify(SECRET, TokenType.API_KEY, RULES);
    server.answer(json(429, "{}", "Retry-After: 300"));
    for (int i = 0; i < 20; i++) {
      refusal(remembering, "ak_junk" + i);
    }
    assertThat(remembering.verify(SECRET, TokenType.API_KEY, RULES).isAuthenticated()).isTrue();
    time.pass(Duration.ofMinutes(1));
    server.answer(json(200, KEY));
    assertThat(remembering.verify(SECRET, TokenType.API_KEY, RULES).isAuthenticated()).isTrue();
  }

  @Test
  @DisplayName("K16 a Retry-After of years is kept for five minutes")
  void longRetryAfter() throws Exception {
    server.answer(json(429, "{}", "Retry-After: 999999999"));
    refusal(tokens);
    server.answer(json(200, KEY));

    time.pass(Duration.ofMinutes(5));

    assertThat(tokens.verify(SECRET, TokenType.API_KEY, RULES).isAuthenticated()).isTrue();
  }

  @Test
  @DisplayName("M4 unless asked for, nothing is remembered: a revoked token is refused at once")
  void notRemembered() throws Exception {
    tokens.verify(SECRET, TokenType.API_KEY, RULES);
    server.answer(json(404, NOT_FOUND));

    assertThat(refusal(tokens).reason().code()).isEqualTo("token-invalid");
  }

  @Test
  @DisplayName("M4 a revoked token counts no longer than it is to be remembered")
  void remembered() throws Exception {
    MachineTokens remembering = remembering(Duration.ofSeconds(30));
    remembering.verify(SECRET, TokenType.API_KEY, RULES);
    server.answer(json(404, NOT_FOUND));

    time.pass(Duration.ofSeconds(30).minusNanos(1));
    assertThat(remembering.verify(SECRET, TokenType.API_KEY, RULES).tokenId()).contains("ak_1");
    assertThat(server.requests()).hasSize(1);

    time.pass(Duration.ofNanos(1));
    assertThat(refusal(remembering).reason().code()).isEqualTo("token-invalid");
  }

  @Test
  @DisplayName("M3 an invented token is asked about once, not once per request")
  void inventedToken() {
    MachineTokens remembering = remembering(Duration.ofSeconds(30));
    server.answer(json(404, NOT_FOUND));

    for (int i = 0; i < 20; i++) {
      assertThat(refusal(remembering).fullMessage())
          .isEqualTo("API key not found (code=token-invalid, status=404)");
    }
    assertThat(server.requests()).hasSize(1);

    time.pass(Duration.ofSeconds(30));
    refusal(remembering);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  @DisplayName("M2 a wrong key or an outage isn't remembered as the token's")
  void outageIsNotRemembered() throws Exception {
    MachineTokens remembering = remembering(Duration.ofSeconds(30));
    server.answer(json(401, "{}"));
    refusal(remembering);
    server.answer(json(500, "{}"));
    refusal(remembering);
    server.answer(json(200, KEY));

    assertThat(remembering.verify(SECRET, TokenType.API_KEY, RULES).isAuthenticated()).isTrue();
  }

  @Test
  void aRequestThatSkipsCachesAsksAnew() throws Exception {
    MachineTokens remembering = remembering(Duration.ofSeconds(30));
    remembering.verify(SECRET, TokenType.API_KEY, RULES);
    server.answer(json(404, NOT_FOUND));

    assertThat(
            catchThrowableOfType(
                MachineTokenRefused.class,
                () -> remembering.verify(SECRET, TokenType.API_KEY, rules(true))))
        .isNotNull();
  }

  @Test
  @DisplayName("M5 the audience of an OAuth token is judged by each request's own rules")
  void audience() throws Exception {
    MachineTokens remembering = remembering(Duration.ofSeconds(30));
    server.answer(
        json(200, "{\"id\":\"oat_1\",\"subject\":\"user_1\",\"aud\":\"https://a.example\"}"));
    remembering.verify("oat_1", TokenType.OAUTH_TOKEN, RULES);

    TokenRules other =
        new TokenRules(List.of("https://b.example"), List.of(), List.of(), 5_000, false, null);
    assertThat(
            catchThrowableOfType(
                MachineTokenRefused.class,
                () -> remembering.verify("oat_1", TokenType.OAUTH_TOKEN, other)))
        .isNotNull();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  @DisplayName("L1 no token is in what a refusal says")
  void nothingSecretIsSaid() {
    for (int status : List.of(400, 401, 404, 500)) {
      server.answer(json(status, NOT_FOUND));
      assertThat(refusal(tokens).toString() + refusal(tokens).fullMessage())
          .doesNotContain(SECRET, "sk_test_abc");
    }
  }

  private MachineTokens remembering(Duration rememberFor) {
    return new MachineTokens(
        api, Optional.of("ak_machine"), rememberFor, new WaitingRequests(16, time), time);
  }

  private static MachineTokenRefused refusal(MachineTokens by) {
    return refusal(by, SECRET);
  }

  private static MachineTokenRefused refusal(MachineTokens by, String token) {
    MachineTokenRefused refused =
        catchThrowableOfType(
            MachineTokenRefused.class, () -> by.verify(token, TokenType.API_KEY, RULES));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static TokenRules rules(boolean skipCache) {
    return new TokenRules(List.of(), List.of(), List.of(), 5_000, skipCache, null);
  }
}
