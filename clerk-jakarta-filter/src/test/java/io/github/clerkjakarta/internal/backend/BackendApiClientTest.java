package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.head;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.backend.BackendApiClient.NoAnswer;
import io.github.clerkjakarta.internal.backend.ScriptedServer.Request;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendApiClientTest {

  private static final String SECRET = "sk_test_SecretSecret";

  private final ScriptedServer server = ScriptedServer.answering(json(200, "{\"a\":1}"));
  private final BackendApiClient api = new BackendApiClient(server.url(), "v1", SECRET);
  private final BackendApiClient impatient =
      new BackendApiClient(server.url(), "v1", SECRET, Duration.ofMillis(300));

  @AfterEach
  void close() {
    api.close();
    impatient.close();
    server.close();
  }

  @Test
  void aCallCarriesTheKeyAndTheVersion() throws Exception {
    Answer answer = api.get("/jwks", Map.of());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(Map.of("a", 1L));

    Request request = server.requests().get(0);
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.target()).isEqualTo("/v1/jwks");
    assertThat(request.headers())
        .containsEntry("authorization", "Bearer " + SECRET)
        .containsEntry("clerk-api-version", "2026-05-12")
        .containsEntry("content-type", "application/json")
        .containsEntry("accept-encoding", "identity")
        .doesNotContainKeys("upgrade", "http2-settings", "cookie");
    assertThat(request.headers().get("user-agent")).startsWith("clerk-jakarta/");
  }

  @Test
  void aPostCarriesJsonAndMayBringItsOwnKey() throws Exception {
    api.post("/m2m_tokens/verify", Map.of("a", "b c"), Map.of("token", "ü"), "ak_machine");
    Request request = server.requests().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo("/v1/m2m_tokens/verify?a=b+c");
    assertThat(request.headers()).containsEntry("authorization", "Bearer ak_machine");
    assertThat(request.body()).isEqualTo("{\"token\":\"ü\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.clerk.com,           v1, /jwks, https://api.clerk.com/v1/jwks",
    "https://api.clerk.com/,          v1, /jwks, https://api.clerk.com/v1/jwks",
    "https://proxy.example/clerk,     v1, /jwks, https://proxy.example/clerk/v1/jwks",
    "https://proxy.example//clerk//,  v2,  jwks, https://proxy.example/clerk/v2/jwks",
    "http://localhost:8080,           v1, /jwks, http://localhost:8080/v1/jwks",
    "http://[::1]:8080,               v1, /jwks, http://[::1]:8080/v1/jwks"
  })
  void theAddressIsJoinedAsUpstreamJoinsIt(
      String apiUrl, String version, String path, String joined) {
    try (BackendApiClient other = new BackendApiClient(apiUrl, version, SECRET)) {
      assertThat(other.addressOf(path)).isEqualTo(joined);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.clerk.com",
        "http://127.0.0.1.example",
        "http://localhost.example",
        "http://10.0.0.1",
        "ftp://localhost",
        "api.clerk.com",
        "/v1",
        "",
        "https://",
        "https://user:hidden@api.clerk.com",
        "https://api.clerk.com?hidden",
        "https://api.clerk.com#hidden",
        "https://api clerk.com"
      })
  @DisplayName("K17 the key goes over https only, or to this machine")
  void refusedAddresses(String apiUrl) {
    assertThatThrownBy(() -> new BackendApiClient(apiUrl, "v1", SECRET))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("CLERK_API_URL")
        .hasMessageNotContaining("hidden");
  }

  @Test
  @DisplayName("K17 a certificate of a CA that this JVM doesn't trust fails the call")
  void unknownCa() throws Exception {
    assertThat(call("good")).isInstanceOf(NoAnswer.class).hasCauseInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wronghost", "expired"})
  @DisplayName("K17 a certificate for another host, or an expired one, fails the call")
  void wrongCertificate(String certificate) throws Exception {
    SSLContext before = SSLContext.getDefault();
    SSLContext.setDefault(TlsServers.trustingTheCa());
    try {
      assertThat(call("good")).isNull();
      assertThat(call(certificate)).hasCauseInstanceOf(SSLHandshakeException.class);
    } finally {
      SSLContext.setDefault(before);
    }
  }

  @Test
  @DisplayName("K1 nobody there: an exception that says so, soon")
  void refusedConnection() {
    server.close();
    assertThatThrownBy(() -> api.get("/jwks", Map.of()))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("/v1/jwks: ConnectException");
  }

  @Test
  @DisplayName("K1 a host that doesn't exist")
  void unknownHost() {
    try (BackendApiClient nowhere =
        new BackendApiClient("https://api.clerk.invalid", "v1", SECRET)) {
      assertThatThrownBy(() -> nowhere.get("/jwks", Map.of())).isInstanceOf(NoAnswer.class);
    }
  }

  @Test
  @DisplayName("K2 an API that accepts and never answers is given up at the deadline")
  void silence() {
    server.answer(server.silence());
    assertThatThrownBy(() -> impatient.get("/jwks", Map.of()))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("300 ms");
  }

  @Test
  @DisplayName("K2 a body that drips is given up at the same deadline, and the connection closed")
  void drip() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    server.answer(
        (request, out) -> {
          try {
            out.write(head(200, "application/json", new String[0], 1000));
            for (int i = 0; i < 1000; i++) {
              out.write(' ');
              out.flush();
              Thread.sleep(10);
            }
          } finally {
            gone.countDown();
          }
        });
    long before = System.nanoTime();
    assertThatThrownBy(() -> impatient.get("/jwks", Map.of())).isInstanceOf(NoAnswer.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("K5 an endless body is given up after a megabyte, stated length or not")
  void endlessBody(boolean lengthStated) {
    server.answer(
        (request, out) -> {
          out.write(
              lengthStated
                  ? head(200, "application/json", new String[0], 50L << 20)
                  : "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes());
          byte[] piece = new byte[1 << 16];
          for (int i = 0; i < 50 << 4; i++) {
            out.write(piece);
          }
        });
    try (BackendApiClient patient =
        new BackendApiClient(server.url(), "v1", SECRET, Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> patient.get("/jwks", Map.of()))
          .isInstanceOf(NoAnswer.class)
          .hasMessageContaining("longer than 1048576 bytes");
    }
  }

  @Test
  @DisplayName("K5 a body that ends too early is no answer")
  void truncated() {
    server.answer((request, out) -> out.write(head(200, "application/json", new String[0], 9)));
    assertThatThrownBy(() -> api.get("/jwks", Map.of())).isInstanceOf(NoAnswer.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  @DisplayName("K6 a redirect is an answer like any other: the key isn't taken along")
  void redirect(int status) throws Exception {
    try (ScriptedServer elsewhere = ScriptedServer.answering(json(200, "{}"))) {
      server.answer(json(status, "{}", "Location: " + elsewhere.url() + "/v1/jwks"));
      assertThat(api.get("/jwks", Map.of()).status()).isEqualTo(status);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  @DisplayName("L1 neither the key nor the query is in what this class says")
  void nothingSecretIsSaid() {
    server.close();
    NoAnswer said =
        catchThrowableOfType(NoAnswer.class, () -> api.get("/jwks", Map.of("nonce", "nce_secret")));
    assertThat(said).hasMessageNotContainingAny(SECRET, "nce_secret");
    assertThat(api.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk_test_a\r\nX: y", "sk_test_a b", "sk_test_ä", ""})
  @DisplayName("L1 a key that fits no header is refused without being repeated")
  void strangeKeys(String key) {
    assertThatThrownBy(() -> new BackendApiClient(server.url(), "v1", key))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageNotContaining("sk_test_");
    assertThatThrownBy(() -> api.post("/a", Map.of(), Map.of(), key))
        .isInstanceOf(NoAnswer.class)
        .hasMessageNotContaining("sk_test_");
  }

  @Test
  void withoutAKeyNothingIsAsked() {
    try (BackendApiClient keyless = new BackendApiClient(server.url(), "v1", null)) {
      assertThatThrownBy(() -> keyless.get("/jwks", Map.of())).isInstanceOf(NoAnswer.class);
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("U2 closing ends our threads, and the JDK's client once nothing refers to it")
  void threadsEnd() throws Exception {
    Set<Thread> before = threads();
    try (BackendApiClient closed = new BackendApiClient(server.url(), "v1", SECRET)) {
      closed.get("/jwks", Map.of());
      assertThat(started(before)).isNotEmpty();
    }
    awaitEnd(before, "clerk-", Duration.ofSeconds(3));
    awaitEnd(before, "HttpClient", Duration.ofSeconds(15));
  }

  @Test
  @DisplayName("U2 the JDK's own thread holds no application's class loader")
  void threadsHoldNoApplication() throws Exception {
    Set<Thread> before = threads();
    Thread here = Thread.currentThread();
    ClassLoader usual = here.getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(new URL[0]);
        BackendApiClient api = new BackendApiClient(server.url(), "v1", SECRET)) {
      here.setContextClassLoader(application);
      api.get("/jwks", Map.of());
      assertThat(started(before))
          .filteredOn(thread -> thread.getName().startsWith("HttpClient"))
          .isNotEmpty()
          .allSatisfy(
              thread -> assertThat(thread.getContextClassLoader()).isNotSameAs(application));
    } finally {
      here.setContextClassLoader(usual);
    }
  }

  @Test
  @DisplayName("U3 closing ends a call that is under way, and later ones aren't made")
  void closedDuringACall() throws Exception {
    server.answer(once(new CountDownLatch(1), json(200, "{}")));
    BackendApiClient closing =
        new BackendApiClient(server.url(), "v1", SECRET, Duration.ofSeconds(60));
    FutureTask<NoAnswer> call =
        new FutureTask<>(
            () -> catchThrowableOfType(NoAnswer.class, () -> closing.get("/jwks", Map.of())));
    new Thread(call).start();
    server.awaitRequests(1);
    closing.close();
    assertThat(call.get(5, TimeUnit.SECONDS)).isNotNull();
    assertThatThrownBy(() -> closing.get("/jwks", Map.of()))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("closed");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void whoIsInterruptedStaysSo() throws Exception {
    server.answer(server.silence());
    try (BackendApiClient patient = new BackendApiClient(server.url(), "v1", SECRET)) {
      FutureTask<Boolean> call =
          new FutureTask<>(
              () -> {
                assertThatThrownBy(() -> patient.get("/jwks", Map.of()))
                    .isInstanceOf(NoAnswer.class);
                return Thread.currentThread().isInterrupted();
              });
      Thread caller = new Thread(call);
      caller.start();
      server.awaitRequests(1);
      caller.interrupt();
      assertThat(call.get(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Null when the call succeeds. */
  private static NoAnswer call(String certificate) throws Exception {
    try (ScriptedServer tls = TlsServers.with(certificate, json(200, "{}"));
        BackendApiClient api = new BackendApiClient(tls.url(), "v1", SECRET)) {
      return catchThrowableOfType(NoAnswer.class, () -> api.get("/jwks", Map.of()));
    }
  }

  private static void awaitEnd(Set<Thread> before, String name, Duration atMost)
      throws InterruptedException {
    long begun = System.nanoTime();
    while (started(before).stream().anyMatch(thread -> thread.getName().startsWith(name))) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(name).isLessThan(atMost);
      System.gc();
      Thread.sleep(20);
    }
  }

  private static Set<Thread> started(Set<Thread> before) {
    return threads().stream()
        .filter(thread -> !before.contains(thread))
        .collect(Collectors.toSet());
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("clerk-") || thread.getName().startsWith("HttpClient"))
        .collect(Collectors.toSet());
  }
}
