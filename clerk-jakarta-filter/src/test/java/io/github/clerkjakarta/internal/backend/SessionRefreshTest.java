package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.hangUp;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.clerkjakarta.internal.backend.ScriptedServer.Request;
import io.github.clerkjakarta.internal.backend.ScriptedServer.Script;
import io.github.clerkjakarta.testing.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRefreshTest {

  private final ScriptedServer server =
      ScriptedServer.answering(
          json(200, "{\"object\":\"cookies\",\"cookies\":[\"__session=a; Path=/\",\"b=c\"]}"));
  private final BackendApiClient api =
      new BackendApiClient(server.url(), "v1", "sk_test_abc", Duration.ofMillis(500));
  private final ManualTime time = new ManualTime();
  private final SessionRefresh refresh =
      new SessionRefresh(api, new WaitingRequests(16, time), time);

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  @Test
  void anExpiredTokenIsExchangedForCookies() throws Exception {
    assertThat(refresh.cookies(wanted("sess_1"))).containsExactly("__session=a; Path=/", "b=c");

    Request request = server.requests().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo("/v1/sessions/sess_1/refresh?suffixed_cookies=true");
    assertThat(request.body())
        .isEqualTo(
            "{\"format\":\"cookie\",\"expired_token\":\"old\",\"refresh_token\":\"rt_secret\","
                + "\"request_origin\":\"https://app.example\",\"request_headers\":{\"a\":[\"b\"]}}");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(hangUp(), "fetch-error"),
        arguments(json(401, error("refresh_token_not_found")), "refresh_token_not_found"),
        arguments(json(401, error("clerk_key_invalid")), "clerk_key_invalid"),
        arguments(json(401, error("unexpected_error")), "fetch-error"),
        arguments(json(403, "{\"errors\":[{},{\"code\":\"later\"}]}"), "unexpected-sdk-error"),
        arguments(json(403, "{\"errors\":[]}"), "unexpected-bapi-error"),
        arguments(json(403, "{}"), "unexpected-bapi-error"),
        arguments(json(404, "{}"), "unexpected-bapi-error"),
        arguments(json(429, "{}", "Retry-After: 9"), "unexpected-bapi-error"),
        arguments(json(500, "{}"), "unexpected-bapi-error"),
        arguments(json(302, "{}", "Location: /elsewhere"), "unexpected-bapi-error"),
        arguments(text(502, "text/html", "<html>"), "unexpected-bapi-error"),
        arguments(json(200, ""), "unexpected-bapi-error"),
        arguments(json(200, "null"), "unexpected-sdk-error"),
        arguments(json(200, "{}"), "unexpected-sdk-error"),
        arguments(json(200, "{\"cookies\":[]}"), "unexpected-sdk-error"),
        arguments(json(200, "{\"cookies\":[\"" + "a".repeat(2 << 20) + "\"]}"), "fetch-error"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  @DisplayName("K16 a refresh that fails has a cause, and is asked for once")
  void fault(Script answer, String cause) {
    server.answer(answer);

    RefreshRefused refused =
        catchThrowableOfType(RefreshRefused.class, () -> refresh.cookies(wanted("sess_1")));

    assertThat(refused.cause()).isEqualTo(cause);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  @DisplayName("K16 an API that never answers delays the request by the deadline at most")
  void silence() {
    server.answer(server.silence());

    RefreshRefused refused =
        catchThrowableOfType(RefreshRefused.class, () -> refresh.cookies(wanted("sess_1")));

    assertThat(refused.cause()).isEqualTo("fetch-error");
  }

  @Test
  @DisplayName("K19 while a Retry-After lasts no session is refreshed")
  void retryAfter() throws Exception {
    server.answer(json(429, "{}", "Retry-After: 300"));
    refusal("sess_1");
    server.answer(json(200, "{\"cookies\":[\"a=b\"]}"));

    time.pass(Duration.ofSeconds(300).minusNanos(1));
    assertThat(refusal("sess_2").cause()).isEqualTo("fetch-error");
    assertThat(server.requests()).hasSize(1);

    time.pass(Duration.ofNanos(1));
    assertThat(refresh.cookies(wanted("sess_2"))).containsExactly("a=b");
  }

  private RefreshRefused refusal(String sessionId) {
    RefreshRefused refused =
        catchThrowableOfType(RefreshRefused.class, () -> refresh.cookies(wanted(sessionId)));
    assertThat(refused).isNotNull();
    return refused;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "a?b", "a%2fb", "a\r\nb", "ü"})
  @DisplayName("K16 a session id that is none never becomes part of an address")
  void strangeIds(String id) {
    assertThat(catchThrowableOfType(RefreshRefused.class, () -> refresh.cookies(wanted(id))))
        .isNotNull();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("L1 neither token is in what a wish for a refresh says of itself")
  void nothingSecretIsSaid() {
    assertThat(wanted("sess_1").toString()).isEqualTo("Wanted[sess_1]");
  }

  private static SessionRefresh.Wanted wanted(String sessionId) {
    return new SessionRefresh.Wanted(
        sessionId, "old", "rt_secret", "https://app.example", Map.of("a", List.of("b")), true);
  }

  private static String error(String code) {
    return "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"x\"}]}";
  }
}
