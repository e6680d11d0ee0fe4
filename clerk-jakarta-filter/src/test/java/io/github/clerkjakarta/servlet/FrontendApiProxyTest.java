package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.servlet.ProxyWay.CLERK;
import static io.github.clerkjakarta.servlet.ProxyWay.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.servlet.Upstream.Head;
import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testkit.InstanceType;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.RecordedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The proxy for Clerk's Frontend API")
class FrontendApiProxyTest {

  static List<ProxyWay> ways() {
    return ProxyWay.all();
  }

  @BeforeEach
  void forget() {
    ProxyWay.forget();
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("passes on method, path, query and headers, and says what Clerk has to know")
  void passesOn(ProxyWay way) {
    Answer answer =
        way.send("GET", "/__clerk/v1/client?_method=POST&a=%20b&c=d%2Fe")
            .asDocument()
            .with("Cookie", "__client=abc; __session=def")
            .with("Authorization", "Bearer xyz")
            .with("X-Forwarded-For", "203.0.113.7, 10.0.0.1")
            .send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.first("Content-Type")).contains("application/json");
    Head seen = CLERK.head();
    assertThat(seen.request()).isEqualTo("GET /v1/client?_method=POST&a=%20b&c=d%2Fe");
    assertThat(seen.all("Host")).containsExactly(CLERK.address().substring("http://".length()));
    assertThat(seen.all("Clerk-Proxy-Url")).containsExactly("http://app.example/__clerk");
    assertThat(seen.all("Clerk-Secret-Key")).containsExactly(SECRET);
    assertThat(seen.all("X-Forwarded-For")).containsExactly("203.0.113.7");
    assertThat(seen.all("X-Forwarded-Host")).containsExactly("app.example");
    assertThat(seen.all("X-Forwarded-Proto")).containsExactly("http");
    assertThat(seen.all("Cookie")).containsExactly("__client=abc; __session=def");
    assertThat(seen.all("Authorization")).containsExactly("Bearer xyz");
    assertThat(seen.all("Content-Length")).containsExactly("0");
    assertThat(seen.all("Transfer-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName(
      "H15 what Clerk answers has Clerk's policy and none of ours, and the way to it is 'self'")
  void policyOfClerk(ProxyWay way) {
    CLERK.answers(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Security-Policy: img-src a.example",
        "<p>Clerk</p>");

    assertThat(way.send("GET", "/__clerk/v1/page").send().all("Content-Security-Policy"))
        .containsExactly("img-src a.example");
    CLERK.answers("HTTP/1.1 200 OK\r\nContent-Type: application/json", "{}");
    assertThat(way.send("GET", "/__clerk/v1/client").send().all("Content-Security-Policy"))
        .isEmpty();
    assertThat(way.send("GET", "/index.html").send().all("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("'strict-dynamic'", "img-src 'self' https://img.clerk.com;");
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("says the address of the connection where no proxy says one that is plainly one")
  void addressOfClient(ProxyWay way) {
    way.send("GET", "/__clerk/v1/client").with("X-Forwarded-For", "unknown").send();
    assertThat(CLERK.head().all("X-Forwarded-For")).containsExactly("127.0.0.1");
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("is the proxyUrl of the application by itself, and all else stays closed")
  void proxyUrl(ProxyWay way) {
    Answer handshake =
        way.send("GET", "/index.html").asDocument().with("Cookie", "__client_uat=1").send();
    assertThat(handshake.status()).isEqualTo(307);
    assertThat(handshake.first("Location").orElseThrow())
        .startsWith("http://app.example/__clerk/v1/client/handshake?");
    assertThat(way.send("GET", "/__clerkx").send().status()).isEqualTo(401);
    assertThat(CLERK.heads()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("asks nobody who they are: a browser on its way to find that out gets there")
  void beforeAuthentication(ProxyWay way) {
    CLERK.answers("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://app.example/x", "");
    Answer answer =
        way.send("GET", "/__clerk/v1/client/handshake?redirect_url=http%3A%2F%2Fapp.example%2Fx")
            .asDocument()
            .with("Cookie", "__client_uat=1")
            .send();
    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.first("Location")).contains("http://app.example/x");
    assertThat(answer.first("x-clerk-auth-status")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("passes on every other method, HEAD without a body")
  void methods(ProxyWay way) {
    for (String method : List.of("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "POST")) {
      ProxyWay.forget();
      Answer answer = way.send(method, "/__clerk/v1/me").with("Origin", "https://a.example").send();
      assertThat(answer.status()).as(method).isEqualTo(200);
      assertThat(answer.body()).as(method).isEqualTo(method.equals("HEAD") ? "" : "{}");
      assertThat(CLERK.head().request()).isEqualTo(method + " /v1/me");
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("passes on answers without a body as they are")
  void withoutBody(ProxyWay way) {
    for (String status : List.of("204 No Content", "304 Not Modified")) {
      CLERK.answers(
          (head, in, out) ->
              out.write(
                  ("HTTP/1.1 " + status + "\r\nETag: \"1\"\r\n\r\n")
                      .getBytes(StandardCharsets.ISO_8859_1)));
      Answer answer = way.send("GET", "/__clerk/npm/x.js").send();
      assertThat(answer.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
      assertThat(answer.first("ETag")).contains("\"1\"");
      assertThat(answer.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U13 follows no redirect, and has those to Clerk's host lead through the proxy")
  void redirects(ProxyWay way) {
    Map<String, String> redirects =
        Map.of(
            CLERK.address() + "/v1/x?y=1#z",
            "http://app.example/__clerk/v1/x?y=1#z",
            "/v1/x",
            "http://app.example/__clerk/v1/x",
            "https://accounts.google.com/o/oauth2?client_id=1",
            "https://accounts.google.com/o/oauth2?client_id=1",
            "http://app.example/home",
            "http://app.example/home",
            CLERK.address() + ".evil.example/x",
            CLERK.address() + ".evil.example/x",
            "http://[not an address",
            "http://[not an address");
    redirects.forEach(
        (from, to) -> {
          CLERK.answers("HTTP/1.1 302 Found\r\nLocation: " + from, "");
          Answer answer = way.send("GET", "/__clerk/v1/oauth_callback").send();
          assertThat(answer.status()).isEqualTo(302);
          assertThat(answer.all("Location")).containsExactly(to);
          assertThat(CLERK.heads()).hasSize(1);
        });
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U13 keeps every cookie of Clerk's apart, as it was set")
  void cookies(ProxyWay way) {
    CLERK.answers(
        "HTTP/1.1 200 OK\r\nSet-Cookie: __client=a; Path=/; HttpOnly; Secure; SameSite=Lax"
            + "\r\nSet-Cookie: __client_uat=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT"
            + "\r\nSet-Cookie: __session=; Max-Age=0",
        "");
    assertThat(way.send("GET", "/__clerk/v1/client").send().all("Set-Cookie"))
        .containsExactly(
            "__client=a; Path=/; HttpOnly; Secure; SameSite=Lax",
            "__client_uat=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT",
            "__session=; Max-Age=0");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("works below a context path, and where web.xml maps it as the page says")
  void mapped(TestServer server) throws IOException {
    String page = Files.readString(Path.of("../docs/frontend-api-proxy.md"));
    TestWar war =
        ProxyWay.keys()
            .xml(page.split("```xml\n")[1].split("```")[0])
            .contextParam("clerk.publicUrl", "https://shop.example/shop");
    try (RunningServer running = server.deploy(war.unpacked(), "/app")) {
      assertThat(running.get("/app/__clerk/v1/client").send().status()).isEqualTo(200);
      Head seen = CLERK.head();
      assertThat(seen.request()).isEqualTo("GET /v1/client");
      assertThat(seen.all("Clerk-Proxy-Url"))
          .containsExactly("https://shop.example/shop/app/__clerk");
      assertThat(
              running
                  .get("/app/index.html")
                  .asDocument()
                  .with("Cookie", "__client_uat=1")
                  .send()
                  .first("Location")
                  .orElseThrow())
          .startsWith("https://shop.example/shop/app/__clerk/v1/client/handshake?");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("leads a browser through a handshake with LocalClerk, as in production")
  void localClerk(TestServer server) {
    try (LocalClerk clerk = LocalClerk.builder().instance(InstanceType.PRODUCTION).start()) {
      TestWar war =
          new TestWar()
              .contextParam("clerk.publishableKey", clerk.publishableKey())
              .contextParam("clerk.secretKey", clerk.secretKey())
              .contextParam("clerk.apiUrl", clerk.apiUrl())
              .contextParam("clerk.fapiUrl", clerk.proxyUrl())
              .contextParam("clerk.frontendApiProxy", "/__clerk")
              .contextParam("clerk.rules", "/** = signed-in")
              .servlet(WhoServlet.class, "/who");
      try (RunningServer running = server.deploy(war.unpacked(), "")) {
        String handshake =
            running.page("/who", "__client_uat=1").send().first("Location").orElseThrow();
        String here = "http://localhost:" + running.port();
        assertThat(handshake).startsWith(here + "/__clerk/v1/client/handshake?");

        Answer answer = running.page(handshake.substring(here.length()), "").send();

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.first("Location").orElseThrow()).startsWith(here + "/who");
        assertThat(clerk.requests())
            .extracting(RecordedRequest::path)
            .containsExactly("/v1/client/handshake");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D14 isn't deployed with a path that can't be one, or without a secret key")
  void wrongSettings(TestServer server) {
    for (TestWar war :
        List.of(
            ProxyWay.keys().contextParam("clerk.frontendApiProxy", "__clerk"),
            ProxyWay.keys().contextParam("clerk.frontendApiProxy", "/"),
            ProxyWay.keys().contextParam("clerk.frontendApiProxy", "/__clerk/*"),
            ProxyWay.keys()
                .contextParam("clerk.frontendApiProxy", "/__clerk")
                .contextParam("clerk.fapiUrl", "http://frontend-api.clerk.dev"),
            new TestWar()
                .contextParam("clerk.publishableKey", Instances.LIVE_KEY)
                .contextParam("clerk.jwtKey", SigningKey.ONE.pem())
                .contextParam("clerk.networkless", "true")
                .contextParam("clerk.frontendApiProxy", "/__clerk"))) {
      assertThatThrownBy(() -> server.deploy(war.unpacked(), ""))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
