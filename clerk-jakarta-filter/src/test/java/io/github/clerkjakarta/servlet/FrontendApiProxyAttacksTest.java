package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.servlet.ProxyWay.CLERK;
import static io.github.clerkjakarta.servlet.ProxyWay.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Upstream.Head;
import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The proxy for Clerk's Frontend API, attacked,")
class FrontendApiProxyAttacksTest {

  static List<ProxyWay> ways() {
    return ProxyWay.all();
  }

  @BeforeEach
  void forget() {
    ProxyWay.forget();
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U7 sends the secret key to Clerk's host alone, however the path is written")
  void oneHost(ProxyWay way) {
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
  void hopByHop(ProxyWay way) {
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
  void smuggled(ProxyWay way) {
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
  void twoLengths(ProxyWay way) {
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
  void methodsAndProtocols(ProxyWay way) {
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
}
