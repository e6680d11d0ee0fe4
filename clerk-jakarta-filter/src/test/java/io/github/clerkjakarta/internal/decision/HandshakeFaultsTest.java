package io.github.clerkjakarta.internal.decision;

import static io.github.clerkjakarta.internal.decision.EngineUnderTest.SUFFIX;
import static io.github.clerkjakarta.internal.decision.EngineUnderTest.location;
import static io.github.clerkjakarta.internal.decision.EngineUnderTest.setCookies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.PendingSessions;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.token.Category;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.LoopbackBackend;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testing.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes that are forged, endless, or sent where they shouldn't be. */
class HandshakeFaultsTest {

  private static final String UAT = String.valueOf(Token.NOW_SECONDS - 5);
  private static final String URL = "https://shop.example/orders";

  private final EngineUnderTest production = EngineUnderTest.production();
  private final EngineUnderTest development = EngineUnderTest.development();

  @AfterEach
  void close() {
    production.close();
    development.close();
  }

  @Test
  void aGenuineAnswerSignsIn() {
    assertThat(production.outcome(returning(answer()))).isEqualTo("signed-in user_1");
    assertThat(development.outcome(returning(answer()))).isEqualTo("signed-in user_1");
  }

  @ParameterizedTest
  @DisplayName("R1 an answer that isn't genuine is ignored in production, and the guard counts on")
  @MethodSource("falseAnswers")
  void falseAnswerInProduction(String answer) {
    Visit visit = returning(answer).cookie("__client_uat" + SUFFIX, UAT);
    RequestState state = production.ask(visit.cookie("__clerk_redirect_count", "1"));
    assertThat(state.status()).isEqualTo("handshake");
    assertThat(setCookies(state))
        .containsExactly("__clerk_redirect_count=2; SameSite=Lax; HttpOnly; Max-Age=2");
    assertThat(production.outcome(visit.cookie("x", "y").cookie("__clerk_redirect_count", "3")))
        .isEqualTo("handshake client-uat-but-no-session-token");
    assertThat(production.outcome(returning(answer)))
        .isEqualTo("signed-out session-token-and-uat-missing");
  }

  @ParameterizedTest
  @DisplayName("R1 an answer that isn't genuine is a clear error in development")
  @MethodSource("falseAnswers")
  void falseAnswerInDevelopment(String answer) {
    assertThatThrownBy(() -> development.ask(returning(answer)))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageStartingWith("Clerk: Handshake token verification failed")
        .hasMessageNotContaining(answer);
  }

  static Stream<String> falseAnswers() {
    return Stream.of(
        answerOf(Token.valid().forgedBy(SigningKey.TWO), session()),
        answerOf(Token.valid().header("cat", Category.JWT_TEMPLATE), session()),
        answerOf(Token.valid().header("cat", Category.M2M), session()),
        answerOf(Token.valid().header("alg", "none"), session()),
        answerOf(Token.valid().issuedAt(Token.NOW_SECONDS - 1_000), session()),
        answerOf(Token.valid(), session()).replaceFirst("\\.[^.]*$", ".AAAA"),
        "garbage",
        "a.b.c",
        "...");
  }

  @Test
  @DisplayName("R1 until Clerk has answered nobody is calling, whatever the cookies say")
  void nobodyUntilThen() {
    RequestState asking = production.ask(Visit.document().cookie("__client_uat" + SUFFIX, UAT));
    assertThat(asking.status()).isEqualTo("handshake");
    assertThat(asking.auth().isAuthenticated()).isFalse();
    assertThat(asking.auth().userId()).isEmpty();
    assertThat(asking.auth(PendingSessions.ALLOWED).isAuthenticated()).isFalse();
  }

  @Test
  @DisplayName("R1 a genuine answer around a session of another instance signs nobody in")
  void foreignSessionInTheAnswer() {
    String foreign = Token.of("user_2").forgedBy(SigningKey.TWO).text();
    String answer = answerOf(Token.valid(), "__session=" + foreign + "; Path=/");
    for (EngineUnderTest each : List.of(production, development)) {
      assertThat(each.ask(returning(answer)).status()).isNotEqualTo("signed-in");
    }
  }

  @Test
  @DisplayName("R2 of a forged answer no cookie is set")
  void noCookiesOfAForgedAnswer() {
    String forged = answerOf(Token.valid().forgedBy(SigningKey.TWO), session(), "__client_uat=1");
    assertThat(setCookies(production.ask(returning(forged)))).isEmpty();
  }

  @Test
  @DisplayName("R2 of a genuine answer only Clerk's cookies are set, each of them")
  void cookiesOfAnAnswer() {
    String answer =
        answerOf(
            Token.valid(),
            session(),
            "__client_uat=" + UAT + "; Path=/",
            "JSESSIONID=evil; Path=/",
            "__client_uat=1; Domain=evil.example",
            "__client=x\r\nset-cookie: evil=1");
    assertThat(setCookies(production.ask(returning(answer))))
        .containsExactly(session(), "__client_uat=" + UAT + "; Path=/");
  }

  @Test
  @DisplayName("R3 an answer without exp is accepted; one that is over is not")
  void expiryOfAnAnswer() {
    assertThat(production.outcome(returning(answerOf(Token.valid().without("exp"), session()))))
        .isEqualTo("signed-in user_1");
    String over = answerOf(Token.valid().issuedAt(Token.NOW_SECONDS - 65), session());
    assertThat(production.ask(returning(over)).status()).isEqualTo("signed-out");
  }

  @Test
  @DisplayName("R4 production takes an answer from the query, unless told to take cookies alone")
  void answerInTheQuery() {
    assertThat(production.outcome(returning(answer()))).isEqualTo("signed-in user_1");
    try (EngineUnderTest strict =
        EngineUnderTest.with(Instances.production().handshakeInQuery(false))) {
      assertThat(strict.ask(returning(answer())).status()).isEqualTo("signed-out");
      assertThat(strict.outcome(Visit.document(URL).cookie("__clerk_handshake", answer())))
          .isEqualTo("signed-in user_1");
    }
    try (EngineUnderTest strict =
        EngineUnderTest.with(Instances.development().handshakeInQuery(false))) {
      assertThat(strict.outcome(returning(answer()))).isEqualTo("signed-in user_1");
    }
  }

  @Test
  @DisplayName("R5 development goes on at the same address without Clerk's parameters")
  void cleanAddress() {
    RequestState state =
        development.ask(
            Visit.document(
                URL
                    + "?b=%20x+y&__clerk_handshake="
                    + answer()
                    + "&a=1&a=%C3%A4%2f&__clerk_help=1&__clerk_db_jwt=dvb_1&c&__clerk_handshak=kept"));
    assertThat(state.status()).isEqualTo("signed-in");
    assertThat(location(state))
        .isEqualTo(URL + "?b=%20x+y&a=1&a=%C3%A4%2f&c&__clerk_handshak=kept");
    assertThat(setCookies(state)).containsExactly(session());
  }

  @Test
  @DisplayName("R6 every redirect says no-store")
  void noStore() {
    for (RequestState state :
        List.of(
            development.ask(returning(answer())),
            development.ask(Visit.document(URL)),
            development.ask(Visit.document(URL + "?__clerk_db_jwt=dvb_1")),
            development.ask(
                Visit.document(URL + "?__clerk_redirect_url=https%3A%2F%2Fb.example")
                    .cookie("__clerk_db_jwt", "dvb_1")),
            production.ask(expired()))) {
      assertThat(state.headers()).containsKey("location");
      assertThat(state.headers()).containsEntry("cache-control", List.of("no-store"));
    }
  }

  @ParameterizedTest
  @DisplayName("R7 only GET is ever sent away")
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "get"})
  void otherMethods(String method) {
    RequestState state = production.ask(expired().method(method));
    assertThat(state.status()).isEqualTo("signed-out");
    assertThat(state.headers()).doesNotContainKeys("location", "set-cookie");
    assertThat(state.reason().orElse("")).startsWith("session-token-expired");
    for (String query : List.of("?__clerk_db_jwt=x", "?__clerk_redirect_url=https://b.example")) {
      assertThat(development.ask(Visit.document(URL + query).method(method)).headers())
          .doesNotContainKey("location");
    }
  }

  @Test
  @DisplayName("R8 a session that expires again and again is sent away three times, then is out")
  void endlessExpiry() {
    int redirects = 0;
    String count = "0";
    RequestState state = production.ask(expired().cookie("__clerk_redirect_count", count));
    while (state.headers().containsKey("location") && redirects < 50) {
      redirects++;
      String cookie = setCookies(state).get(0);
      count = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
      assertThat(cookie).endsWith("; Max-Age=2");
      production.time.pass(Duration.ofMillis(300));
      state = production.ask(expired().cookie("__clerk_redirect_count", count));
    }
    assertThat(redirects).isEqualTo(3);
    assertThat(state.status()).isEqualTo("signed-out");
    assertThat(state.reason().orElse("")).startsWith("session-token-expired");
  }

  @Test
  @DisplayName("R9 a browser that keeps no cookie is sent nowhere in production")
  void cookiesBlocked() {
    assertThat(production.ask(Visit.document(URL)).headers()).doesNotContainKey("location");
    RequestState back = production.ask(returning(answer()));
    assertThat(back.status()).isEqualTo("signed-in");
    assertThat(back.headers()).doesNotContainKey("location");
  }

  @Test
  @DisplayName("R10 nothing of an earlier redirect is remembered: a healed session is let in")
  void nothingRemembered() {
    assertThat(production.ask(expired()).headers()).containsKey("location");
    assertThat(production.ask(expired()).headers()).containsKey("location");
    assertThat(
            production.outcome(
                Visit.document(URL)
                    .cookie("__session" + SUFFIX, Token.valid().text())
                    .cookie("__client_uat" + SUFFIX, UAT)
                    .cookie("__clerk_redirect_count", "3")))
        .isEqualTo("signed-in user_1");
  }

  @ParameterizedTest
  @DisplayName("R11 a development primary answers satellites at web addresses alone")
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "/relative",
        "//b.example/",
        "data:text/html,x",
        "ftp://b.example/",
        "",
        "https://",
        "https:",
        "mailto:a@b.example",
        "file:///etc/passwd",
        "intent://x",
        "\\\\b.example"
      })
  void strangeSatellites(String address) {
    RequestState state = development.ask(fromSatellite(address));
    if (!address.equals("https:")) {
      assertThat(location(state)).doesNotStartWith(address.isEmpty() ? "x" : address);
    }
    assertThat(location(state)).doesNotContain("dvb_secret");
  }

  @Test
  @DisplayName("R11 a development primary with allowed origins answers satellites there alone")
  void allowedSatellites() {
    try (EngineUnderTest primary =
        EngineUnderTest.with(
            Instances.development().allowedRedirectOrigins(List.of("https://sat.example")))) {
      assertThat(location(primary.ask(fromSatellite("https://sat.example/p"))))
          .isEqualTo("https://sat.example/p?__clerk_db_jwt=dvb_secret&__clerk_synced=true");
      for (String other :
          List.of("https://b.example/", "http://sat.example/", "https://sat.example:8443/")) {
        assertThat(location(primary.ask(fromSatellite(other)))).doesNotContain("dvb_secret");
      }
    }
  }

  private static Visit fromSatellite(String address) {
    String encoded = URLEncoder.encode(address, StandardCharsets.UTF_8);
    return Visit.document(URL + "?__clerk_redirect_url=" + encoded)
        .cookie("__clerk_db_jwt", "dvb_secret");
  }

  @ParameterizedTest
  @DisplayName("R20 the proxy's address, relative or not, with slashes at its end or empty")
  @CsvSource({
    "/__clerk, https://shop.example/__clerk/v1/client/handshake?",
    "/__clerk/, https://shop.example/__clerk/v1/client/handshake?",
    "/__clerk///, https://shop.example/__clerk/v1/client/handshake?",
    "https://p.example/__clerk, https://p.example/__clerk/v1/client/handshake?",
    "https://p.example/__clerk/, https://p.example/__clerk/v1/client/handshake?",
    "'', https://clerk.shop.example/v1/client/handshake?"
  })
  void proxyUrl(String proxyUrl, String start) {
    try (EngineUnderTest proxied =
        EngineUnderTest.with(Instances.production().proxyUrl(proxyUrl))) {
      assertThat(location(proxied.ask(expired()))).startsWith(start);
    }
  }

  @Test
  @DisplayName("R20 an empty proxy address makes no referrer Clerk's")
  void emptyProxyUrl() {
    try (EngineUnderTest proxied = EngineUnderTest.with(Instances.production().proxyUrl(""))) {
      assertThat(proxied.outcome(signedIn().header("referer", "https://evil.example/")))
          .isEqualTo("handshake primary-domain-cross-origin-sync");
    }
  }

  @ParameterizedTest
  @DisplayName("R15 which pages are of this application's own origin")
  @CsvSource({
    "https://app.example/, signed-in user_1",
    "https://app.example/x?y#z, signed-in user_1",
    "HTTPS://APP.example:443/x, signed-in user_1",
    "https://app.example, signed-in user_1",
    "https://user@app.example/, signed-in user_1",
    "https://app.example.evil.example/, handshake primary-domain-cross-origin-sync",
    "https://app.example@evil.example/, handshake primary-domain-cross-origin-sync",
    "https://app.example:8443/, handshake primary-domain-cross-origin-sync",
    "http://app.example/, handshake primary-domain-cross-origin-sync",
    "https://shop.example/, handshake primary-domain-cross-origin-sync"
  })
  void ownPages(String referrer, String outcome) {
    try (EngineUnderTest published =
        EngineUnderTest.with(Instances.production().publicUrl("https://app.example"))) {
      assertThat(published.outcome(signedIn().header("referer", referrer))).isEqualTo(outcome);
    }
  }

  @Test
  @DisplayName("R15 a visitor from another origin makes one handshake, and no second one")
  void crossOriginVisit() {
    Visit visit = signedIn().header("referer", "https://b.example/");
    RequestState first = production.ask(visit);
    assertThat(first.status()).isEqualTo("handshake");
    assertThat(setCookies(first).get(0)).startsWith("__clerk_redirect_count=1;");
    assertThat(production.outcome(visit.cookie("__clerk_redirect_count", "1")))
        .isEqualTo("signed-in user_1");
  }

  @Test
  @DisplayName(
      "T3 a clock that is off by hours is forgiven in development, after a handshake alone")
  void clockOff() {
    String late = Token.valid().issuedAt(Token.NOW_SECONDS + 3_600).text();
    String answer = answerOf(Token.valid().without("exp"), "__session=" + late + "; Path=/");
    assertThat(development.outcome(returning(answer))).isEqualTo("signed-in user_1");
    assertThat(production.ask(returning(answer)).status()).isNotEqualTo("signed-in");
    assertThat(development.outcome(Visit.bearer(late))).isEqualTo("signed-out session-token-nbf");
    String tooLate = Token.valid().issuedAt(Token.NOW_SECONDS + 86_500).text();
    assertThat(
            development
                .ask(returning(answerOf(Token.valid().without("exp"), "__session=" + tooLate)))
                .status())
        .isNotEqualTo("signed-in");
  }

  @Test
  @DisplayName("S16 a wrong secret key, or no keys to be had: signed out by name, never sent away")
  void noKeys() {
    try (LoopbackBackend backend = LoopbackBackend.showing();
        EngineUnderTest engine = EngineUnderTest.with(Instances.asking(backend))) {
      backend.refuse(401, "{\"errors\":[{\"code\":\"clerk_key_invalid\",\"message\":\"wrong\"}]}");
      for (int i = 0; i < 5; i++) {
        RequestState state = engine.ask(signedIn());
        assertThat(EngineUnderTest.describe(state)).isEqualTo("signed-out secret-key-invalid");
        assertThat(state.headers()).doesNotContainKey("location");
      }
    }
    try (EngineUnderTest unreachable =
        EngineUnderTest.with(Instances.production().jwtKey("").apiUrl("http://127.0.0.1:9"))) {
      RequestState state = unreachable.ask(signedIn());
      assertThat(state.status()).isEqualTo("signed-out");
      assertThat(state.headers()).doesNotContainKey("location");
    }
  }

  @Test
  @DisplayName("S16 wrong authorized parties: signed out by name, never sent away")
  void wrongParties() {
    try (EngineUnderTest engine =
        EngineUnderTest.with(
            Instances.production().authorizedParties(List.of("https://other.example")))) {
      RequestState state = engine.ask(signedIn());
      assertThat(EngineUnderTest.describe(state))
          .isEqualTo("signed-out token-invalid-authorized-parties");
      assertThat(state.headers()).doesNotContainKey("location");
    }
  }

  @Test
  @DisplayName("J21 a session made from a template signs nobody in by way of a handshake either")
  void templateInTheAnswer() {
    for (Object category : List.of(Category.JWT_TEMPLATE, Category.M2M, "cl_new", 1L)) {
      String token = Token.valid().header("cat", category).text();
      String answer = answerOf(Token.valid(), "__session=" + token + "; Path=/");
      assertThat(production.ask(returning(answer)).status()).isEqualTo("signed-out");
      assertThat(development.ask(returning(answer)).status()).isNotEqualTo("signed-in");
    }
  }

  @ParameterizedTest
  @DisplayName("K16 what a nonce stands for is judged like any answer")
  @ValueSource(
      strings = {"__session=x.y.z", "JSESSIONID=x", "", "__session", "__session=", "\u0000"})
  void nonce(String directive) {
    try (LoopbackBackend backend = LoopbackBackend.showing(SigningKey.ONE);
        EngineUnderTest engine = EngineUnderTest.with(Instances.asking(backend))) {
      backend.answerHandshake(directive);
      Visit visit = Visit.document(URL + "?__clerk_handshake_nonce=abc%2F..%2Fx");
      assertThat(engine.ask(visit).status()).isEqualTo("signed-out");
      backend.answerHandshake(session());
      assertThat(engine.outcome(visit)).isEqualTo("signed-in user_1");
      assertThat(backend.calls()).noneMatch(call -> call.contains("/../"));
    }
  }

  private static Visit returning(String answer) {
    return Visit.document(URL + "?__clerk_handshake=" + answer);
  }

  private static Visit expired() {
    return Visit.document(URL)
        .cookie("__session" + SUFFIX, Token.valid().issuedAt(Token.NOW_SECONDS - 1_000).text())
        .cookie("__client_uat" + SUFFIX, "1");
  }

  private static Visit signedIn() {
    return Visit.document(URL)
        .cookie("__session" + SUFFIX, Token.valid().text())
        .cookie("__client_uat" + SUFFIX, UAT);
  }

  private static String session() {
    return "__session=" + SESSION_TOKEN + "; Path=/";
  }

  private static final String SESSION_TOKEN = Token.valid().text();

  private static String answer() {
    return answerOf(Token.valid(), session());
  }

  private static String answerOf(Token token, String... directives) {
    return token.claim("handshake", List.of(directives)).text();
  }
}
