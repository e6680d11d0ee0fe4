package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.hangUp;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.clerkjakarta.internal.backend.BackendApiClient.NoAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SingleAttemptTest {

  @Test
  @DisplayName("K19 a new connection that is cut isn't replaced by another, from the first call on")
  void newConnection() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(hangUp());
        BackendApiClient api = new BackendApiClient(server.url(), "v1", "sk_test_abc")) {
      assertThatThrownBy(() -> api.get("/a", Map.of())).isInstanceOf(NoAnswer.class);
      assertThat(server.requests()).hasSize(1);
      server.answer(json(200, "{}"));
      assertThat(api.get("/a", Map.of()).status()).isEqualTo(200);
      assertThat(server.requests().get(1).headers()).doesNotContainKey("transfer-encoding");
    }
  }

  @Test
  @DisplayName("K19 a kept connection that is cut at the next request isn't replaced by another")
  void keptConnection() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        BackendApiClient api =
            new BackendApiClient(
                "http://127.0.0.1:" + listening.getLocalPort(), "v1", "sk_test_abc")) {
      Thread serving = new Thread(() -> serve(listening, requests));
      serving.setDaemon(true);
      serving.start();
      assertThat(api.get("/a", Map.of()).status()).isEqualTo(200);
      assertThatThrownBy(() -> api.get("/a", Map.of())).isInstanceOf(NoAnswer.class);
      assertThat(requests).hasValue(2);
      assertThat(api.get("/a", Map.of()).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("K19 a client that asks for a length twice per attempt isn't stopped for ever")
  void anotherClient() {
    SingleAttempt attempts = new SingleAttempt();
    for (int i = 0; i < SingleAttempt.MOST_STOPPED; i++) {
      assertThat(stops(attempts.body())).isTrue();
    }
    SingleAttempt.Body twice = attempts.body();
    assertThat(stops(twice)).isFalse();
    attempts.answered(twice);
    assertThat(stops(attempts.body())).isFalse();

    SingleAttempt.Body once = attempts.body();
    once.contentLength();
    attempts.answered(once);
    for (int i = 0; i < 9; i++) {
      assertThat(stops(attempts.body())).isTrue();
    }
  }

  /** Whether a body fails when its length is asked for the second time. */
  private static boolean stops(SingleAttempt.Body body) {
    assertThat(body.contentLength()).isZero();
    return catchThrowable(body::contentLength) instanceof IllegalStateException;
  }

  /** Of each connection the first request is answered, and the second one cut. */
  private static void serve(ServerSocket listening, AtomicInteger requests) {
    while (!listening.isClosed()) {
      try (Socket connection = listening.accept()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        read(in, requests);
        connection
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                    .getBytes(StandardCharsets.ISO_8859_1));
        read(in, requests);
      } catch (IOException e) {
        // closed: the loop's condition tells
      }
    }
  }

  private static void read(BufferedReader in, AtomicInteger requests) throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException("no request");
    }
    requests.incrementAndGet();
    while (line != null && !line.isEmpty()) {
      line = in.readLine();
    }
  }
}
