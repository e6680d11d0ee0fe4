package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.servlet.ProxyWay.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The proxy for Clerk's Frontend API, with bodies that come slowly or not at all,")
class FrontendApiProxyStreamsTest {

  private static final int MEGABYTES_32 = 32 * 1024 * 1024;
  private static final int IN_FLIGHT = 12 * 1024 * 1024;

  static List<ProxyWay> ways() {
    return ProxyWay.all();
  }

  @BeforeEach
  void forget() {
    ProxyWay.forget();
  }

  @ParameterizedTest
  @MethodSource("ways")
  @DisplayName("U11 streams a body with a length and one without, both ways")
  void bodies(ProxyWay way) {
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
  void longRequest(ProxyWay way) throws Exception {
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
  void longAnswer(ProxyWay way) throws Exception {
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
  void pieceByPiece(ProxyWay way) throws Exception {
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
    ProxyWay way = new ProxyWay(server, true);
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
  @DisplayName("U14 answers 502 in JSON where Clerk can't be reached, and shows nothing of why")
  void unreachable(ProxyWay way) {
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
  void brokenOff(ProxyWay way) throws Exception {
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
  void brokenOffAtOnce(ProxyWay way) {
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
