package io.github.clerkjakarta.servlet;

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
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The proxy for Clerk's Frontend API")
class FrontendApiProxyTest {

  private static final String SECRET = "sk_live_abcdefghijklmnopqrstuvwxyz";
  private static final int MEGABYTES_32 = 32 * 1024 * 1024;
  private static final int IN_FLIGHT = 12 * 1024 * 1024;

  private static final Upstream CLERK = new Upstream();
  private static final Map<Way, RunningServer> RUNNING = new HashMap<>();

  /** A server, and whether all filters of its application support asynchronous requests. */
  record Way(TestServer server, boolean async) {

    RunningServer running() {
      return RUNNING.computeIfAbsent(this, Way::deploy);
    }

    private RunningServer deploy() {
      TestWar war =
          keys()
              .contextParam("clerk.frontendApiProxy", "/__clerk")
              .contextParam("clerk.contentSecurityPolicy", "strict")
              .contextParam("clerk.rules", "/index.html = public");
      return server.deploy((async ? war : withOldFilter(war)).unpacked(), "");
    }

    Wire send(String method, String target) {
      return running().send(method, target);
    }
  }

  static List<Way> ways() {
    return Stream.of(TestServer.values())
        .flatMap(server -> Stream.of(new Way(server, true), new Way(server, false)))
        .toList();
  }

  private static TestWar keys() {
    return new TestWar()
        .contextParam("clerk.publishableKey", Instances.LIVE_KEY)
        .contextParam("clerk.secretKey", SECRET)
        .contextParam("clerk.jwtKey", SigningKey.ONE.pem())
        .contextParam("clerk.fapiUrl", CLERK.address());
  }

  private static TestWar withOldFilter(TestWar war) {
    return war.xml(
        "<filter><filter-name>old</filter-name><filter-class>%s</filter-class></filter>"
                .formatted(OldFilter.class.getName())
            + "<filter-mapping><filter-name>old</filter-name><url-pattern>/*</url-pattern>"
            + "</filter-mapping>");
  }

  @BeforeEach
  void forget() {
    CLERK.answers("HTTP/1.1 200 OK\r\nContent-Type: application/json", "{}");
  }

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(RunningServer::close);
    CLERK.close();
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("passes on method, path, query and headers, and says what Clerk has to know")
  void passesOn(Way way) {
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
  void policyOfClerk(Way way) {
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
  void addressOfClient(Way way) {
    way.send("GET", "/__clerk/v1/client").with("X-Forwarded-For", "unknown").send();
    assertThat(CLERK.head().all("X-Forwarded-For")).containsExactly("127.0.0.1");
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("is the proxyUrl of the application by itself, and all else stays closed")
  void proxyUrl(Way way) {
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
  void beforeAuthentication(Way way) {
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
  @DisplayName("U7 sends the secret key to Clerk's host alone, however the path is written")
  void oneHost(Way way) {
    for (String path :
        List.of(
            "/__clerk//evil.example/x",
            "/__clerk///evil.example/x",
            "/__clerk/..;/x",
            "/__clerk/../x",
            "/__clerk/%2e%2e/x",
            "/__clerk/%2e%2e%2fx",
            "/__clerk/..%2f..%2fx",
            "/__clerk/%2f%2fevil.example/x",
            "/__clerk/\\evil.example/x",
            "/__clerk/%5cevil.example/x",
            "/__clerk@evil.example/x",
            "/__clerk/@evil.example/x",
            "/__clerk/:80@evil.example/x",
            "/__clerk;@evil.example/x",
            "/__clerk/;@evil.example/x",
            "/__clerk/http://evil.example/x",
            "/__clerk/v1/%0d%0aHost:%20evil.example",
            "/%5F_clerk/v1/client",
            "//__clerk/v1/client",
            "/./__clerk/v1/client",
            "/__clerk.evil.example/x",
            "/__clerk/v1/%zz",
            "http://evil.example/__clerk/v1/client",
            "http://evil.example/__clerk//evil.example",
            "http://x@evil.example/__clerk/v1/client")) {
      Answer answer = way.send("GET", path).send();
      assertThat(answer.status()).as(path).isIn(200, 400, 401, 404);
      assertThat(String.join("\n", answer.lines()) + answer.body()).as(path).doesNotContain(SECRET);
    }
    String host = CLERK.address().substring("http://".length());
    assertThat(CLERK.heads())
        .isNotEmpty()
        .allSatisfy(
            head -> {
              assertThat(head.all("Host")).containsExactly(host);
              assertThat(head.request()).startsWith("GET /").doesNotContain("/..");
            });
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U8 leaves headers of one connection where they are, both ways")
  void hopByHop(Way way) {
    CLERK.answers(
        "HTTP/1.1 200 OK\r\nConnection: close, X-Of-Clerk\r\nX-Of-Clerk: 1\r\nKeep-Alive: timeout=5"
            + "\r\nProxy-Authenticate: Basic\r\nTrailer: X-T\r\nStrict-Transport-Security: max-age=1"
            + "\r\nAlt-Svc: h3=\":443\"\r\nX-Stays: 1\r\nX-Stays: 2",
        "");
    Answer answer =
        way.send("GET", "/__clerk/v1/client")
            .with("Connection", "X-Of-Browser, close")
            .with("X-Of-Browser", "1")
            .with("Keep-Alive", "timeout=5")
            .with("TE", "trailers")
            .with("Proxy-Authorization", "Basic x")
            .with("X-Passes", "1")
            .send();

    Head seen = CLERK.head();
    for (String name : List.of("X-Of-Browser", "Keep-Alive", "TE", "Proxy-Authorization")) {
      assertThat(seen.all(name)).as(name).isEmpty();
    }
    assertThat(seen.all("X-Passes")).containsExactly("1");
    for (String name :
        List.of(
            "X-Of-Clerk",
            "Proxy-Authenticate",
            "Trailer",
            "Strict-Transport-Security",
            "Alt-Svc")) {
      assertThat(answer.all(name)).as(name).isEmpty();
    }
    assertThat(answer.all("X-Stays")).containsExactly("1", "2");
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U9 lets nobody say what it says itself: key, address, and who is asking")
  void smuggled(Way way) {
    Answer answer =
        way.send("POST", "/__clerk/v1/client")
            .with("Clerk-Secret-Key", "sk_live_evil")
            .with("clerk-secret-key", "sk_live_worse")
            .with("Clerk-Proxy-Url", "https://evil.example/__clerk")
            .with("Forwarded", "for=6.6.6.6")
            .with("X-Forwarded-Port", "6666")
            .with("Connection", "close, Clerk-Secret-Key, X-Forwarded-For")
            .body("application/json", "{}")
            .send();
    assertThat(answer.status()).isEqualTo(200);
    Head seen = CLERK.head();
    assertThat(seen.all("Clerk-Secret-Key")).containsExactly(SECRET);
    assertThat(seen.all("Clerk-Proxy-Url")).containsExactly("http://app.example/__clerk");
    assertThat(seen.all("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(seen.all("Forwarded")).isEmpty();
    assertThat(seen.all("X-Forwarded-Port")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U9 lets no second request hide in the body of a first")
  void twoLengths(Way way) {
    String hidden = "0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: x\r\n\r\n";
    CLERK.answers(
        (head, in, out) -> {
          head.body(in);
          Upstream.send(out, "HTTP/1.1 200 OK", "");
        });
    Answer answer =
        way.send("POST", "/__clerk/v1/client")
            .body("text/plain", hidden)
            .with("Transfer-Encoding", "chunked")
            .send();
    assertThat(answer.status()).isIn(200, 400);
    assertThat(CLERK.heads())
        .allSatisfy(head -> assertThat(head.request()).isEqualTo("POST /v1/client"));
    CLERK
        .heads()
        .forEach(
            head ->
                assertThat(head.all("Transfer-Encoding").size() + head.all("Content-Length").size())
                    .isEqualTo(1));
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U10 passes on no TRACE, no CONNECT, no made-up method and no change of protocol")
  void methodsAndProtocols(Way way) {
    for (String method : List.of("TRACE", "TRACK", "CONNECT", "PROPFIND", "get")) {
      Answer answer = way.send(method, "/__clerk/v1/client").send();
      assertThat(answer.status()).as(method).isIn(400, 401, 403, 405, 501);
      assertThat(answer.body()).doesNotContain(SECRET);
    }
    assertThat(CLERK.heads()).isEmpty();

    Answer answer = way.send("GET", "/__clerk/v1/client").upgradingTo("websocket").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(CLERK.head().all("Upgrade")).isEmpty();
    assertThat(CLERK.head().all("Connection")).noneMatch("websocket"::equals);
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("passes on every other method, HEAD without a body")
  void methods(Way way) {
    for (String method : List.of("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "POST")) {
      forget();
      Answer answer = way.send(method, "/__clerk/v1/me").with("Origin", "https://a.example").send();
      assertThat(answer.status()).as(method).isEqualTo(200);
      assertThat(answer.body()).as(method).isEqualTo(method.equals("HEAD") ? "" : "{}");
      assertThat(CLERK.head().request()).isEqualTo(method + " /v1/me");
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("passes on answers without a body as they are")
  void withoutBody(Way way) {
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
  @DisplayName("U11 streams a body with a length and one without, both ways")
  void bodies(Way way) {
    CLERK.answers(
        (head, in, out) -> {
          String body = new String(head.body(in), StandardCharsets.ISO_8859_1);
          out.write(
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                  .getBytes(StandardCharsets.ISO_8859_1));
          String chunk = "%x\r\n%s\r\n0\r\n\r\n".formatted(body.length(), body);
          out.write(chunk.getBytes(StandardCharsets.ISO_8859_1));
        });
    String text = "0123456789abcdef".repeat(10_000);
    Answer withLength =
        way.send("POST", "/__clerk/v1/me/profile_image").body("image/png", text).send();
    assertThat(withLength.body()).isEqualTo(text);
    assertThat(CLERK.heads().get(0).all("Content-Length")).containsExactly("160000");
    assertThat(CLERK.heads().get(0).all("Content-Type")).containsExactly("image/png");
    Answer without = way.send("POST", "/__clerk/v1/me/profile_image").chunkedBody(text).send();
    assertThat(without.body()).isEqualTo(text);
    assertThat(CLERK.heads().get(1).all("Transfer-Encoding")).containsExactly("chunked");
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U11 has no more of 32 MB from a browser in memory than Clerk takes")
  void longRequest(Way way) throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicLong taken = new AtomicLong();
    CLERK.answers(
        (head, in, out) -> {
          await(goOn);
          taken.set(head.body(in).length);
          Upstream.send(out, "HTTP/1.1 200 OK", "thanks");
        });
    AtomicLong sent = new AtomicLong();
    try (Socket browser = new Socket(InetAddress.getLoopbackAddress(), way.running().port())) {
      browser.setSoTimeout(60_000);
      OutputStream out = browser.getOutputStream();
      out.write(
          ("POST /__clerk/v1/me HTTP/1.1\r\nHost: app.example\r\nConnection: close\r\n"
                  + "Content-Length: "
                  + MEGABYTES_32
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(() -> write(out, MEGABYTES_32, sent));
      assertThat(standsStillAt(sent)).isLessThan(IN_FLIGHT);
      goOn.countDown();
      sending.get(60, TimeUnit.SECONDS);
      assertThat(new String(browser.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
          .startsWith("HTTP/1.1 200")
          .contains("thanks");
    }
    assertThat(taken.get()).isEqualTo(MEGABYTES_32);
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U11 has no more of 32 MB from Clerk in memory than a browser takes")
  void longAnswer(Way way) throws Exception {
    AtomicLong sent = new AtomicLong();
    CLERK.answers(
        (head, in, out) -> {
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Length: " + MEGABYTES_32 + "\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
          write(out, MEGABYTES_32, sent);
        });
    try (Socket browser = new Socket()) {
      browser.setReceiveBufferSize(64 * 1024);
      browser.connect(new InetSocketAddress("127.0.0.1", way.running().port()));
      browser.setSoTimeout(60_000);
      ask(browser, "/__clerk/npm/x.js");
      assertThat(standsStillAt(sent)).isLessThan(IN_FLIGHT);
      long length = browser.getInputStream().transferTo(OutputStream.nullOutputStream());
      assertThat(length).isBetween((long) MEGABYTES_32, MEGABYTES_32 + 1000L);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U11 sends on what has come, while Clerk takes its time for the rest")
  void pieceByPiece(Way way) throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    CLERK.answers(
        (head, in, out) -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst".getBytes("US-ASCII"));
          out.flush();
          await(goOn);
          out.write("other".getBytes("US-ASCII"));
        });
    try (Socket browser = new Socket(InetAddress.getLoopbackAddress(), way.running().port())) {
      browser.setSoTimeout(10_000);
      ask(browser, "/__clerk/v1/client");
      StringBuilder seen = new StringBuilder();
      while (seen.indexOf("first") < 0) {
        seen.append((char) browser.getInputStream().read());
      }
      goOn.countDown();
      assertThat(new String(browser.getInputStream().readAllBytes(), "US-ASCII")).endsWith("other");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("U12 holds nobody else up for a slow browser or a slow Clerk")
  void slow(TestServer server) throws Exception {
    Way way = new Way(server, true);
    CountDownLatch goOn = new CountDownLatch(1);
    CLERK.answers(
        (head, in, out) -> {
          await(goOn);
          Upstream.send(out, "HTTP/1.1 200 OK", "late");
        });
    List<Socket> browsers = new ArrayList<>();
    try {
      // More than any of these servers has threads, some with a body that doesn't come.
      for (int i = 0; i < 250; i++) {
        Socket browser = new Socket(InetAddress.getLoopbackAddress(), way.running().port());
        browsers.add(browser);
        browser.setSoTimeout(30_000);
        if (i % 5 == 0) {
          browser
              .getOutputStream()
              .write(
                  "POST /__clerk/v1/me HTTP/1.1\r\nHost: app.example\r\nContent-Length: 5\r\n\r\nhal"
                      .getBytes("US-ASCII"));
        } else {
          ask(browser, "/__clerk/v1/client");
        }
      }
      for (int waited = 0; CLERK.heads().size() < 200 && waited < 1000; waited++) {
        Thread.sleep(20);
      }
      assertThat(way.send("GET", "/index.html").within(5_000).send().status()).isEqualTo(200);
      goOn.countDown();
      assertThat(new String(browsers.get(1).getInputStream().readAllBytes(), "US-ASCII"))
          .startsWith("HTTP/1.1 200")
          .endsWith("late");
    } finally {
      goOn.countDown();
      for (Socket browser : browsers) {
        browser.close();
      }
      for (int seen = -1; seen != CLERK.heads().size(); Thread.sleep(500)) {
        seen = CLERK.heads().size();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U13 follows no redirect, and has those to Clerk's host lead through the proxy")
  void redirects(Way way) {
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
  void cookies(Way way) {
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
  @MethodSource("ways")
  @DisplayName("U14 answers 502 in JSON where Clerk can't be reached, and shows nothing of why")
  void unreachable(Way way) {
    CLERK.answers((head, in, out) -> {});
    Answer answer = way.send("POST", "/__clerk/v1/client").body("text/plain", "x").send();
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.first("Cache-Control")).contains("no-store");
    assertThat(answer.first("Content-Type").orElseThrow()).startsWith("application/json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"proxy_request_failed\","
                + "\"message\":\"Clerk's Frontend API can't be reached.\"}]}");
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U14 breaks off what Clerk has broken off, so that nobody takes it for the whole")
  void brokenOff(Way way) throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    CLERK.answers(
        (head, in, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n"
                  .getBytes("US-ASCII"));
          out.flush();
          await(seen);
        });
    try (Socket browser = new Socket(InetAddress.getLoopbackAddress(), way.running().port())) {
      browser.setSoTimeout(10_000);
      askOnAndOn(browser, "/__clerk/npm/x.js");
      String begun = readTo("first", browser.getInputStream());
      seen.countDown();
      assertThat(begun + readToEnd(browser.getInputStream()))
          .containsIgnoringCase("\r\nTransfer-Encoding: chunked\r\n")
          .doesNotContain("\r\n0\r\n");
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U14 answers 502 in JSON where Clerk breaks off before anything was passed on")
  void brokenOffAtOnce(Way way) {
    CLERK.answers(
        (head, in, out) ->
            out.write(
                "HTTP/1.1 200 OK\r\nSet-Cookie: __client=a\r\nContent-Length: 5\r\n\r\n"
                    .getBytes("US-ASCII")));
    Answer answer = way.send("GET", "/__clerk/v1/client").send();
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.all("Set-Cookie")).isEmpty();
    assertThat(answer.body()).startsWith("{\"errors\":[{\"code\":\"proxy_request_failed\",");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("works below a context path, and where web.xml maps it as the page says")
  void mapped(TestServer server) throws IOException {
    String page = Files.readString(Path.of("../docs/frontend-api-proxy.md"));
    TestWar war =
        keys()
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
            keys().contextParam("clerk.frontendApiProxy", "__clerk"),
            keys().contextParam("clerk.frontendApiProxy", "/"),
            keys().contextParam("clerk.frontendApiProxy", "/__clerk/*"),
            keys()
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

  private static void ask(Socket browser, String path) throws IOException {
    send(browser, "GET " + path + " HTTP/1.1\r\nHost: app.example\r\nConnection: close\r\n\r\n");
  }

  /** On a connection that stays, where only the last chunk tells that an answer is whole. */
  private static void askOnAndOn(Socket browser, String path) throws IOException {
    send(browser, "GET " + path + " HTTP/1.1\r\nHost: app.example\r\n\r\n");
  }

  private static void send(Socket browser, String head) throws IOException {
    browser.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String readTo(String end, InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    int next = 0;
    while (next >= 0 && text.indexOf(end) < 0) {
      next = in.read();
      text.append((char) next);
    }
    return text.toString();
  }

  private static String readToEnd(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        text.append((char) next);
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      // reset, which is an end as well
    }
    return text.toString();
  }

  private static void write(OutputStream out, int length, AtomicLong sent) {
    byte[] piece = new byte[64 * 1024];
    try {
      for (int i = 0; i < length; i += piece.length) {
        out.write(piece);
        sent.addAndGet(piece.length);
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much has been sent when it stops. */
  private static long standsStillAt(AtomicLong sent) throws InterruptedException {
    long before = -1;
    while (before != sent.get() || before == 0) {
      before = sent.get();
      Thread.sleep(700);
    }
    return before;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
