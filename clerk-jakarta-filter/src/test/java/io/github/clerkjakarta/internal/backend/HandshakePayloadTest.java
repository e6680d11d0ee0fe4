package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.hangUp;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.once;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.backend.HandshakePayload.NotAsked;
import io.github.clerkjakarta.internal.backend.ScriptedServer.Request;
import io.github.clerkjakarta.internal.backend.ScriptedServer.Script;
import io.github.clerkjakarta.internal.log.LogLines;
import io.github.clerkjakarta.testing.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandshakePayloadTest {

  private static final String TWO_COOKIES =
      "{\"object\":\"handshake_payload\",\"nonce\":\"n\",\"directives\":[\"a=1; Path=/\",\"b=2\"]}";

  private final ScriptedServer server = ScriptedServer.answering(json(200, TWO_COOKIES));
  private final BackendApiClient api = new BackendApiClient(server.url(), "v1", "sk_test_abc");
  private final ManualTime time = new ManualTime();
  private final HandshakePayload payload =
      new HandshakePayload(api, new WaitingRequests(16, time), time);

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  @Test
  @DisplayName("K16 a nonce stands for directives, in order")
  void directives() throws Exception {
    assertThat(payload.directives("nce_1")).containsExactly("a=1; Path=/", "b=2");
    Request request = server.requests().get(0);
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.target()).isEqualTo("/v1/clients/handshake_payload?nonce=nce_1");
    assertThat(request.headers()).containsEntry("authorization", "Bearer sk_test_abc");
  }

  @Test
  @DisplayName("K16 the nonce is URL-encoded")
  void encoded() throws Exception {
    payload.directives("a&b=c/../d e\r\n#é");
    assertThat(server.requests().get(0).target())
        .isEqualTo("/v1/clients/handshake_payload?nonce=a%26b%3Dc%2F..%2Fd+e%0D%0A%23%C3%A9");
  }

  static Stream<Script> faults() {
    return Stream.of(
        json(404, "{\"errors\":[{\"code\":\"resource_not_found\",\"message\":\"not found\"}]}"),
        json(401, "{\"errors\":[{\"code\":\"clerk_key_invalid\",\"message\":\"x\"}]}"),
        json(500, TWO_COOKIES),
        json(302, TWO_COOKIES, "Location: /elsewhere"),
        text(200, "text/plain", TWO_COOKIES),
        json(200, "<html>"),
        json(200, ""),
        json(200, "null"),
        json(200, "{}"),
        json(200, "{\"directives\":\"a=1\"}"),
        json(200, "{\"directives\":[\"a=1\",2]}"),
        json(200, "{\"directives\":[\"" + "a".repeat(2 << 20) + "\"]}"),
        hangUp());
  }

  @ParameterizedTest
  @MethodSource("faults")
  @DisplayName("K16 anything but a list of directives is none, logged without the nonce")
  void fault(Script answer) throws Exception {
    server.answer(answer);
    try (LogLines log = LogLines.of(HandshakePayload.class)) {
      assertThat(payload.directives("nce_secret")).isEmpty();
      assertThat(log.lines())
          .singleElement()
          .satisfies(line -> assertThat(line).startsWith("WARNING").doesNotContain("nce_secret"));
    }
  }

  @Test
  @DisplayName("K16 an API that never answers delays the request by the deadline at most")
  void silence() throws Exception {
    server.answer(server.silence());
    try (BackendApiClient impatient =
        new BackendApiClient(server.url(), "v1", "sk_test_abc", Duration.ofMillis(300))) {
      assertThat(
              new HandshakePayload(impatient, new WaitingRequests(16, time), time)
                  .directives("nce"))
          .isEmpty();
    }
  }

  @Test
  @DisplayName("K19 while a Retry-After lasts no nonce is asked about")
  void retryAfter() throws Exception {
    server.answer(json(429, "{}", "Retry-After: 300"));
    assertThat(payload.directives("nce_1")).isEmpty();
    server.answer(json(200, TWO_COOKIES));

    time.pass(Duration.ofSeconds(300).minusNanos(1));
    for (String nonce : List.of("nce_1", "nce_2")) {
      assertThatThrownBy(() -> payload.directives(nonce)).isInstanceOf(NotAsked.class);
    }
    assertThat(server.requests()).hasSize(1);

    time.pass(Duration.ofNanos(1));
    assertThat(payload.directives("nce_2")).hasSize(2);
  }

  @Test
  @DisplayName("K19 requests with the same nonce share one call, whose answer isn't kept")
  void shared() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    server.answer(once(gate, json(200, TWO_COOKIES)));
    Callers<List<String>> callers = Callers.start(10, i -> payload.directives("nce_1"));
    server.awaitRequests(1);
    callers.awaitWaiting(10);
    gate.countDown();
    assertThat(callers.results()).hasSize(10).allSatisfy(list -> assertThat(list).hasSize(2));
    assertThat(server.requests()).hasSize(1);

    payload.directives("nce_1");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  @DisplayName("K19 who is interrupted while it asks for others leaves alone")
  void interrupted() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    server.answer(once(gate, json(200, TWO_COOKIES)));
    Callers<List<String>> first = Callers.start(1, i -> payload.directives("nce_1"));
    server.awaitRequests(1);
    Callers<List<String>> others = Callers.start(5, i -> payload.directives("nce_1"));
    others.awaitWaiting(5);
    first.interrupt();
    gate.countDown();
    assertThat(first.results()).containsExactly(List.of());
    assertThat(others.results()).hasSize(5).allSatisfy(list -> assertThat(list).hasSize(2));
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  @DisplayName("K19 a connection that is cut before the answer isn't asked twice")
  void cut() throws Exception {
    server.answer(hangUp());
    for (int i = 1; i < 4; i++) {
      assertThat(payload.directives("nce_" + i)).isEmpty();
      server.answer(json(200, TWO_COOKIES));
      assertThat(payload.directives("nce_ok")).hasSize(2);
      assertThat(server.requests()).hasSize(2 * i);
      server.answer(hangUp());
    }
  }

  @Test
  @DisplayName("L5 invented nonces are logged once a minute")
  void logged() throws Exception {
    server.answer(json(404, "{}"));
    try (LogLines log = LogLines.of(HandshakePayload.class)) {
      for (int i = 0; i < 20; i++) {
        payload.directives("nce_" + i);
      }
      time.pass(Duration.ofSeconds(59));
      payload.directives("nce");
      assertThat(log.lines()).hasSize(1);
      time.pass(Duration.ofSeconds(1));
      payload.directives("nce");
      assertThat(log.lines()).hasSize(2);
    }
  }
}
