package io.github.clerkjakarta.internal.decision;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testing.Visit;
import io.github.clerkjakarta.testkit.InstanceType;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.RecordedRequest;
import io.github.clerkjakarta.testkit.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session that has expired, or a browser that comes back, while Clerk is well or unwell. */
class BackendFaultsTest {

  private static final String URL = "https://shop.example/orders?page=2";

  private final LocalClerk clerk =
      LocalClerk.builder()
          .instance(InstanceType.PRODUCTION)
          .clock(Clock.fixed(Instant.ofEpochSecond(Token.NOW_SECONDS), ZoneOffset.UTC))
          .start();
  private final EngineUnderTest engine =
      EngineUnderTest.with(
          ClerkOptions.builder()
              .publishableKey(clerk.publishableKey())
              .secretKey(clerk.secretKey())
              .apiUrl(clerk.apiUrl()));
  private final Session session = clerk.session(ADA).refreshable();
  private final String refresh = "/v1/sessions/" + session.id() + "/refresh";

  @AfterEach
  void close() {
    engine.close();
    clerk.close();
  }

  @Test
  @DisplayName(
      "R17 an expired session with a refresh token is refreshed in one call, without a trip")
  void refreshed() {
    RequestState state = engine.ask(expired(Visit.document(URL)));

    assertThat(EngineUnderTest.describe(state)).isEqualTo("signed-in user_ada");
    assertThat(EngineUnderTest.setCookies(state))
        .hasSize(2)
        .allSatisfy(cookie -> assertThat(cookie).startsWith("__session"));
    assertThat(calls()).containsOnlyOnce(refresh);
  }

  @Test
  @DisplayName("R17 a request that isn't a GET isn't refreshed")
  void notForPost() {
    RequestState state = engine.ask(expired(Visit.document(URL).method("POST")));

    assertThat(EngineUnderTest.describe(state))
        .isEqualTo("signed-out session-token-expired-refresh-non-eligible-non-get");
    assertThat(calls()).doesNotContain(refresh);
  }

  @Test
  @DisplayName("R17 a session that was revoked goes to the handshake, with Clerk's cause")
  void revoked() {
    clerk.revoke(session);

    assertThat(engine.outcome(expired(Visit.document(URL))))
        .isEqualTo("handshake session-token-expired-refresh-refresh_token_not_found");
  }

  @ParameterizedTest
  @CsvSource({
    "302, '{}', unexpected-bapi-error",
    "404, '', unexpected-bapi-error",
    "500, '<html>', unexpected-bapi-error",
    "200, '', unexpected-bapi-error",
    "200, '{}', unexpected-sdk-error",
    "200, '{\"cookies\":[\"__session=x.y.z; Path=/\"]}', invalid-session-token",
    "200, '{\"cookies\":[\"JSESSIONID=x; Path=/\"]}', invalid-session-token"
  })
  @DisplayName("K16 a refresh that fails, or answers nonsense, goes to the handshake")
  void refreshFails(int status, String body, String cause) {
    clerk.answerWith(refresh, status, body);

    RequestState state = engine.ask(expired(Visit.document(URL)));

    assertThat(EngineUnderTest.describe(state))
        .isEqualTo("handshake session-token-expired-refresh-" + cause);
    assertThat(EngineUnderTest.setCookies(state))
        .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
  }

  @Test
  @DisplayName("R17 a session whose id is a list isn't refreshed, at whatever path")
  void sessionIdOfAnotherForm() {
    String token = session.tokenBuilder().claim("sid", List.of(session.id())).expired().token();
    Visit visit = expired(Visit.document(URL), token);

    assertThat(engine.outcome(visit))
        .isEqualTo(
            "handshake session-token-expired-refresh-expired-session-token-missing-sid-claim");
    assertThat(calls()).noneMatch(path -> path.endsWith("/refresh"));
  }

  @Test
  @DisplayName("K19 a refresh that was put off goes to the handshake until the Retry-After is over")
  void refreshPutOff() {
    clerk.limitRate(refresh, Duration.ofMinutes(1));
    assertThat(engine.outcome(expired(Visit.document(URL)))).startsWith("handshake");

    clerk.answerWith(refresh, 500, "");
    engine.time.pass(Duration.ofSeconds(59));
    assertThat(engine.outcome(expired(Visit.document(URL)))).startsWith("handshake");
    assertThat(calls().stream().filter(refresh::equals)).hasSize(1);

    engine.time.pass(Duration.ofSeconds(1));
    engine.outcome(expired(Visit.document(URL)));
    assertThat(calls().stream().filter(refresh::equals)).hasSize(2);
  }

  @Test
  @DisplayName("K16 without the Backend API whoever has a valid token is signed in")
  void outage() {
    Visit visit = signedIn(Visit.document(URL));
    engine.ask(visit);

    clerk.refuseConnections();

    assertThat(engine.outcome(visit)).isEqualTo("signed-in user_ada");
    assertThat(engine.outcome(expired(Visit.document(URL))))
        .isEqualTo("handshake session-token-expired-refresh-fetch-error");
  }

  @ParameterizedTest
  @CsvSource({"404, '{}'", "429, '{}'", "500, '<html>'", "200, 'null'", "302, '{}'"})
  @DisplayName("K16 a nonce that stands for nothing: nobody is calling, and no trip begins anew")
  void nonce(int status, String body) {
    clerk.answerWith("/v1/clients/handshake_payload", status, body);
    Visit back = Visit.document(URL + "&__clerk_handshake_nonce=nce_1");

    RequestState state = engine.ask(expired(back));

    assertThat(EngineUnderTest.describe(state)).isEqualTo("signed-out session-token-missing");
    assertThat(state.headers()).doesNotContainKey("location");
    assertThat(calls()).containsExactly("/v1/clients/handshake_payload");
  }

  @Test
  @DisplayName("K19 a nonce that Clerk asks to wait with is a matter of time, and no sign-out")
  void noncePutOff() {
    clerk.limitRate("/v1/clients/handshake_payload", Duration.ofMinutes(1));
    Visit back = Visit.document(URL + "&__clerk_handshake_nonce=nce_1");
    engine.ask(back);

    RequestState state = engine.ask(back);

    assertThat(EngineUnderTest.describe(state)).isEqualTo("signed-out unexpected-error");
    assertThat(state.headers()).doesNotContainKeys("location", "set-cookie");
    assertThat(calls()).containsExactly("/v1/clients/handshake_payload");
  }

  private Visit signedIn(Visit visit) {
    return with(visit, session.cookies());
  }

  private Visit expired(Visit visit) {
    return expired(visit, session.tokenBuilder().expired().token());
  }

  private Visit expired(Visit visit, String token) {
    return with(
        visit,
        Map.of(
            "__session_" + clerk.cookieSuffix(),
            token,
            "__client_uat_" + clerk.cookieSuffix(),
            "1",
            "__refresh_" + clerk.cookieSuffix(),
            refreshToken()));
  }

  private String refreshToken() {
    return session.cookies().get("__refresh_" + clerk.cookieSuffix());
  }

  private List<String> calls() {
    return clerk.requests().stream().map(RecordedRequest::path).toList();
  }

  private static Visit with(Visit visit, Map<String, String> cookies) {
    cookies.forEach(visit::cookie);
    return visit;
  }
}
