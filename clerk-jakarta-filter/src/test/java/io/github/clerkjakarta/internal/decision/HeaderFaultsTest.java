package io.github.clerkjakarta.internal.decision;

import static io.github.clerkjakarta.internal.decision.EngineUnderTest.SUFFIX;
import static io.github.clerkjakarta.internal.decision.EngineUnderTest.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.ForwardedHeaders;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import io.github.clerkjakarta.testing.Visit;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that lie, or that nobody would send. */
class HeaderFaultsTest {

  private static final String UAT = String.valueOf(Token.NOW_SECONDS - 5);

  private final EngineUnderTest engine = EngineUnderTest.production();

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @DisplayName("H2 another scheme beside a session cookie: the cookie counts")
  @ValueSource(strings = {"Basic dTpw", "Digest username=\"u\"", "Negotiate YII", "bearer x"})
  void cookieBesideAnotherScheme(String authorization) {
    assertThat(engine.outcome(signedIn().header("authorization", authorization)))
        .isEqualTo("signed-in user_1");
  }

  @Test
  @DisplayName("H3 a bad bearer token beside a good cookie is out: there is no falling back")
  void noFallingBack() {
    String forged = Token.of("user_2").forgedBy(SigningKey.TWO).text();
    assertThat(engine.outcome(signedIn().header("authorization", "Bearer " + forged)))
        .isEqualTo("signed-out token-invalid-signature");
    assertThat(engine.outcome(signedIn().header("authorization", "Bearer x")))
        .isEqualTo("signed-out token-invalid");
  }

  @Test
  @DisplayName("H4 of two Authorization headers the second never gets its turn")
  void twoAuthorizations() {
    String good = Token.of("user_2").text();
    assertThat(engine.outcome(Visit.api().header("authorization", "Bearer x", "Bearer " + good)))
        .isEqualTo("signed-out token-invalid");
    assertThat(engine.outcome(Visit.api().header("authorization", "Basic x", "Bearer " + good)))
        .isEqualTo("signed-out session-token-and-uat-missing");
    assertThat(engine.outcome(Visit.api().header("authorization", "Bearer " + good, "Bearer x")))
        .isEqualTo("signed-out token-invalid");
  }

  @Test
  @DisplayName("H5 forwarded headers count when they are trusted: the first of a list")
  void forwardedTrusted() {
    assertThat(returnAddress(moved().header("x-forwarded-host", "public.example", "b.example")))
        .isEqualTo("https://public.example/orders?page=2");
    assertThat(
            returnAddress(
                moved()
                    .header("x-forwarded-host", "public.example, inner.example")
                    .header("x-forwarded-proto", "http,https")))
        .isEqualTo("http://public.example/orders?page=2");
    assertThat(returnAddress(moved().header("x-forwarded-host", "[2001:db8::1]:443")))
        .isEqualTo("https://[2001:db8::1]/orders?page=2");
    assertThat(
            returnAddress(
                moved()
                    .header("x-forwarded-host", "public.example:80")
                    .header("x-forwarded-proto", "http")))
        .isEqualTo("http://public.example/orders?page=2");
  }

  @Test
  @DisplayName("H5 headers that Clerk doesn't know forward nothing")
  void otherForwardedHeaders() {
    Visit visit =
        moved()
            .header("forwarded", "host=evil.example;proto=http")
            .header("x-forwarded-port", "8443")
            .header("x-forwarded-server", "evil.example")
            .header("cloudfront-forwarded-proto", "http")
            .header("x-original-host", "evil.example");
    assertThat(returnAddress(visit)).isEqualTo("https://shop.example/orders?page=2");
  }

  @Test
  @DisplayName("H5 forwarded headers don't count when they are ignored")
  void forwardedIgnored() {
    try (EngineUnderTest careful =
        EngineUnderTest.with(Instances.production().forwardedHeaders(ForwardedHeaders.IGNORED))) {
      Visit visit =
          moved()
              .header("x-forwarded-host", "evil.example")
              .header("x-forwarded-proto", "http")
              .header("host", "evil.example");
      assertThat(returnAddress(careful, visit)).isEqualTo("https://shop.example/orders?page=2");
    }
  }

  @Test
  @DisplayName("H5 a configured public address is stronger than any header")
  void publicUrl() {
    try (EngineUnderTest careful =
        EngineUnderTest.with(Instances.production().publicUrl("https://www.shop.example"))) {
      assertThat(returnAddress(careful, moved().header("x-forwarded-host", "evil.example")))
          .isEqualTo("https://www.shop.example/orders?page=2");
    }
  }

  @ParameterizedTest
  @DisplayName("H6 a forwarded host that is more or less than a host is not believed")
  @ValueSource(
      strings = {
        "a@evil.example",
        "user:pass@evil.example",
        "evil.example/x",
        "evil.example\\x",
        "evil.example?",
        "evil.example#",
        "evil.example\r\nX: 1",
        "evil example",
        "evil.example%2f",
        "\u0435vil.example",
        "evil.ex\u00e4mple",
        "",
        " ",
        ",evil.example",
        ":",
        ":443",
        "evil.example:99999",
        "evil.example:x",
        "[::1",
        "::1]",
        "256.256.256.256",
        "evil.example\u0000",
        "\ud800"
      })
  void forwardedHostIsNoHost(String host) {
    assertThat(returnAddress(moved().header("x-forwarded-host", host)))
        .isEqualTo("https://shop.example/orders?page=2");
  }

  @ParameterizedTest
  @DisplayName("H7 only http and https are forwarded schemes, in any case")
  @CsvSource({
    "http, http", "https, https", "HTTPS, https", "HTTP, http", "javascript, https", "ftp, https",
    "ws, https", "file, https", "https:, https", "http://x, https", "'', https",
        "'https\r\nX: 1', https"
  })
  void forwardedScheme(String scheme, String believed) {
    assertThat(
            returnAddress(
                moved()
                    .header("x-forwarded-host", "shop.example")
                    .header("x-forwarded-proto", scheme)))
        .isEqualTo(believed + "://shop.example/orders?page=2");
  }

  @ParameterizedTest
  @DisplayName(
      "H8 an address that is no URL: no exception, no redirect, and the tokens still count")
  @ValueSource(
      strings = {
        "",
        "/",
        "https://",
        "https://::/",
        "https://256.256.256.256/",
        "https://a b/",
        "https://[::1/x",
        "https://shop.example:99999/",
        "https://%/",
        "https://a@",
        "//shop.example/",
        "\u0000",
        "https://\ud800/",
        "https://a<b/?__clerk_db_jwt=1",
        "shop.example/?__clerk_handshake=x",
        "*",
        "https://:443/"
      })
  void noUrl(String url) {
    Map<String, List<String>> document = Map.of("sec-fetch-dest", List.of("document"));
    RequestState nobody = engine.ask(ClerkRequest.of("GET", url, document));
    assertThat(nobody.status()).isEqualTo("signed-out");

    RequestState expired = engine.ask(withSession(url, Token.valid().issuedAt(1).text()));
    assertThat(expired.status()).isEqualTo("signed-out");
    assertThat(expired.headers()).doesNotContainKey("location");
    assertThat(expired.reason().orElse("")).startsWith("session-token-expired");

    assertThat(engine.ask(withSession(url, Token.valid().text())).status()).isEqualTo("signed-in");
    try (EngineUnderTest development =
        EngineUnderTest.with(Instances.development().proxyUrl("/__clerk"))) {
      RequestState state = development.ask(ClerkRequest.of("GET", url, document));
      assertThat(state.status()).isEqualTo("signed-out");
      assertThat(state.headers()).doesNotContainKey("location");
    }
    try (EngineUnderTest satellite =
        EngineUnderTest.with(
            Instances.production().satellite(true).satelliteAutoSync(true).domain("b.example"))) {
      assertThat(satellite.ask(ClerkRequest.of("GET", url, document)).headers())
          .doesNotContainKey("location");
    }
  }

  @ParameterizedTest
  @DisplayName("H8 a Host that is no host, or 10 KB of one, builds no redirect to it")
  @ValueSource(
      strings = {"", "::", "a@b", "user:pass@shop.example", "evil/", "evil example", "256.1.1.1.1"})
  void strangeHost(String host) {
    for (String name : List.of(host, host + "x".repeat(10_000) + "@")) {
      assertThat(returnAddress(moved().header("host", name)))
          .isEqualTo("https://shop.example/orders?page=2");
    }
  }

  @Test
  @DisplayName("H9 line breaks in URL, query and cookies reach no header of the answer")
  void lineBreaks() {
    try (EngineUnderTest development = EngineUnderTest.development()) {
      for (String poison : List.of("\r\nx-evil: 1", "\n", "\r", "\u0000", "\u010a\u010d")) {
        for (EngineUnderTest each : List.of(engine, development)) {
          RequestState state =
              each.ask(
                  Visit.document(
                          "https://shop.example/a"
                              + poison
                              + "?q="
                              + poison
                              + "&__clerk_db_jwt="
                              + poison)
                      .cookie("__session", Token.valid().issuedAt(1).text())
                      .cookie("__client_uat", "1" + poison)
                      .cookie("__clerk_db_jwt", "dvb" + poison)
                      .cookie("__clerk_redirect_count", "1" + poison));
          assertThat(state.headers().values().stream().flatMap(List::stream))
              .allMatch(value -> value.chars().allMatch(c -> c >= ' ' && c <= 0xff));
        }
      }
    }
  }

  @Test
  @DisplayName("H10 Clerk's own response headers in a request are ignored and not echoed")
  void responseHeadersInARequest() {
    RequestState state =
        engine.ask(
            Visit.api()
                .header("x-clerk-auth-status", "signed-in")
                .header("x-clerk-auth-reason", "evil-reason")
                .header("x-clerk-auth-message", "evil-message")
                .header("x-clerk-auth-token", Token.valid().text())
                .header("x-clerk-session-token", Token.valid().text()));
    assertThat(state.status()).isEqualTo("signed-out");
    assertThat(state.headers())
        .containsEntry("x-clerk-auth-status", List.of("signed-out"))
        .doesNotContainKeys("x-clerk-auth-message", "x-clerk-auth-token");
    assertThat(state.headers().toString()).doesNotContain("evil");
  }

  @ParameterizedTest(name = "{0}, accept {1}: {2}")
  @DisplayName("H11 what makes a request one for a document")
  @CsvSource(
      nullValues = "-",
      value = {
        "document, -, true",
        "iframe, -, true",
        "empty, text/html, false",
        "image, text/html, false",
        "Document, text/html, false",
        "'document, document', text/html, false",
        "-, text/html, true",
        "-, 'text/html,application/xhtml+xml', true",
        "-, '*/*', false",
        "-, -, false",
        "-, 'application/json, text/html', false",
        "-, TEXT/HTML, false",
        "'', text/html, true",
        "-, ' text/html', true",
        "-, text/htmlx, true"
      })
  void documents(
      @org.jspecify.annotations.Nullable String destination,
      @org.jspecify.annotations.Nullable String accept,
      boolean document) {
    Visit visit = Visit.api().cookie("__client_uat" + SUFFIX, UAT).header("accept", "x");
    visit.header("sec-fetch-dest", destination == null ? "" : destination);
    visit.header("accept", accept == null ? "" : accept);
    assertThat(engine.ask(visit).status()).isEqualTo(document ? "handshake" : "signed-out");
  }

  @ParameterizedTest
  @DisplayName("H12 a referrer that is Clerk's own starts no handshake; one that resembles it does")
  @CsvSource({
    "https://clerk.shop.example/x, signed-in",
    "https://accounts.shop.example/sign-in, signed-in",
    "https://shop.example/other, signed-in",
    "https://accounts.shop.example.evil/x, handshake",
    "https://accounts.evil.com/, handshake",
    "https://xaccounts.shop.example/, handshake",
    "https://accounts.shop.example@evil.com/, handshake",
    "http://accounts.shop.example/, handshake",
    "https://accounts.shop.example:8443/, handshake",
    "https://happy-hippo-1.accounts.dev/, handshake",
    "blob:https://shop.example/0b1c, signed-in",
    "blob:https://accounts.shop.example/0b1c, signed-in",
    "blob:https://evil.com/0b1c, handshake",
    "'data:,x', handshake",
    "https://xn--a/, handshake",
    "accounts.shop.example, signed-in",
    "//evil.com, signed-in",
    "https://, signed-in",
    "'https://[', signed-in",
    "'%', signed-in"
  })
  void referrers(String referrer, String status) {
    assertThat(engine.ask(signedIn().header("referer", referrer)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @DisplayName("H12 account portals of development instances are known in development alone")
  @CsvSource({
    "https://happy-hippo-1.accounts.dev/, signed-in",
    "https://accounts.lcl.dev.evil.com/, handshake",
    "https://evil.com/?https://happy-hippo-1.accounts.dev, handshake"
  })
  void developmentPortals(String referrer, String status) {
    try (EngineUnderTest development = EngineUnderTest.development()) {
      Visit visit =
          Visit.document()
              .cookie("__clerk_db_jwt", "dvb_1")
              .cookie("__session", Token.valid().text())
              .cookie("__client_uat", UAT)
              .header("referer", referrer);
      assertThat(development.ask(visit).status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @DisplayName("H13 any method with any path raises nothing; only GET is ever redirected")
  @ValueSource(
      strings = {"TRACE", "CONNECT", "OPTIONS", "HEAD", "POST", "get", "", "PROPFIND", "\u0000"})
  void methods(String method) {
    for (String url :
        List.of("https://shop.example//x", "https://shop.example/*", "https://shop.example", "*")) {
      RequestState state =
          engine.ask(
              ClerkRequest.of(
                  method,
                  url,
                  Map.of(
                      "sec-fetch-dest", List.of("document"),
                      "cookie", List.of("__client_uat=1; __session=x"))));
      assertThat(state.status()).isEqualTo("signed-out");
    }
  }

  private static Visit signedIn() {
    return Visit.document()
        .cookie("__session" + SUFFIX, Token.valid().text())
        .cookie("__client_uat" + SUFFIX, UAT);
  }

  /** A visit that needs a handshake, and so shows what the engine takes for its address. */
  private static Visit moved() {
    return Visit.document().cookie("__client_uat" + SUFFIX, UAT);
  }

  private static ClerkRequest withSession(String url, String token) {
    String cookies = "__session" + SUFFIX + "=" + token + "; __client_uat" + SUFFIX + "=1";
    return ClerkRequest.of(
        "GET", url, Map.of("sec-fetch-dest", List.of("document"), "cookie", List.of(cookies)));
  }

  private String returnAddress(Visit visit) {
    return returnAddress(engine, visit);
  }

  private static String returnAddress(EngineUnderTest engine, Visit visit) {
    String location = location(engine.ask(visit));
    assertThat(location).startsWith("https://clerk.shop.example/v1/client/handshake?redirect_url=");
    String query = location.substring(location.indexOf('=') + 1);
    return URLDecoder.decode(query.substring(0, query.indexOf('&')), StandardCharsets.UTF_8);
  }
}
