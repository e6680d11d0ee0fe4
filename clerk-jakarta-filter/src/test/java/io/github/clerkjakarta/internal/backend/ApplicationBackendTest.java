package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.hangUp;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackendException;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.User;
import io.github.clerkjakarta.internal.auth.MachineAuth;
import io.github.clerkjakarta.internal.auth.SessionAuth;
import io.github.clerkjakarta.internal.backend.ScriptedServer.Request;
import io.github.clerkjakarta.internal.backend.ScriptedServer.Script;
import io.github.clerkjakarta.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application gets from the Backend API, in good times and in bad. */
class ApplicationBackendTest {

  private static final String SECRET = "sk_test_SecretSecret";
  private static final Auth ADA = SessionAuth.of(Map.of("sub", "user_1", "sid", "sess_1"));
  private static final String USER =
      """
      {"object": "user", "id": "user_1", "username": null, "first_name": "Ada",
       "last_name": "Lovelace", "image_url": "https://img.example/a",
       "primary_email_address_id": "idn_2",
       "email_addresses": [{"id": "idn_1", "email_address": "old@example.com"},
                           {"id": "idn_2", "email_address": "ada@example.com"}],
       "public_metadata": {"plan": "pro"}, "private_metadata": {"note": null}}
      """;
  private static final String GONE =
      "{\"errors\":[{\"code\":\"resource_not_found\",\"message\":\"not found\"}]}";

  private final ScriptedServer server = ScriptedServer.answering(json(200, USER));
  private final ManualTime time = new ManualTime();
  private final List<Duration> pauses = new ArrayList<>();
  private final ApplicationBackend backend =
      new ApplicationBackend(
          options().build(),
          time,
          new CountDownLatch(1),
          pause -> {
            pauses.add(pause);
            time.pass(pause);
            return true;
          });

  @AfterEach
  void close() {
    backend.close();
    server.close();
  }

  @Test
  void theCurrentUserIsTheOneThatIsCalling() {
    User user = backend.currentUser(ADA).orElseThrow();

    assertThat(user.id()).isEqualTo("user_1");
    assertThat(user.username()).isEmpty();
    assertThat(user.fullName()).contains("Ada Lovelace");
    assertThat(user.primaryEmailAddress()).contains("ada@example.com");
    assertThat(user.imageUrl()).contains("https://img.example/a");
    assertThat(user.publicMetadata()).isEqualTo(Map.of("plan", "pro"));
    assertThat(user.raw()).containsKeys("private_metadata", "email_addresses");
    assertThat(user).hasToString("User[user_1]");
    Request request = server.requests().get(0);
    assertThat(request.method() + " " + request.target()).isEqualTo("GET /v1/users/user_1");
    assertThat(request.headers()).containsEntry("authorization", "Bearer " + SECRET);
  }

  @Test
  void anApiKeyIsForItsUserAndNobodyIsForNone() {
    Auth key = MachineAuth.apiKey("ak_1", "ci", "user_1", List.of(), null);
    Auth machine = MachineAuth.m2mToken("mt_1", "mch_1", List.of(), null);

    assertThat(backend.currentUser(key)).map(User::id).contains("user_1");
    assertThat(backend.currentUser(machine)).isEmpty();
    assertThat(backend.currentUser(Auth.nobody())).isEmpty();
    assertThat(backend.getToken(machine, "hasura")).isEmpty();
    backend.revokeSession(machine);
    backend.revokeSession(Auth.nobody());
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aUserIsAskedForOnceInTenSecondsUnlessSetOtherwise() {
    backend.currentUser(ADA);
    time.pass(Duration.ofMillis(9_999));
    backend.currentUser(ADA);
    assertThat(server.requests()).hasSize(1);

    time.pass(Duration.ofMillis(1));
    backend.currentUser(ADA);
    assertThat(server.requests()).hasSize(2);

    try (ApplicationBackend fresh =
        new ApplicationBackend(options().userCache(Duration.ZERO).build(), time)) {
      fresh.currentUser(ADA);
      fresh.currentUser(ADA);
    }
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  @DisplayName("any user can be asked for, and is remembered with the callers")
  void anyUser() {
    assertThat(backend.user("user_1").map(User::fullName)).contains(Optional.of("Ada Lovelace"));
    assertThat(backend.user("user_1")).isPresent();
    assertThat(backend.currentUser(ADA)).isPresent();
    assertThat(server.requests()).hasSize(1);

    server.answer(json(404, GONE));
    assertThat(backend.user("user_2")).isEmpty();
    assertThat(backend.user("user_2")).isEmpty();
    assertThat(server.requests()).hasSize(3);

    server.answer(json(403, GONE));
    assertThatThrownBy(() -> backend.user("user_2")).isInstanceOf(ClerkBackendException.class);
  }

  @Test
  @DisplayName("a user that wasn't asked for is none")
  void anotherUser() {
    assertThatThrownBy(() -> backend.user("user_2"))
        .isInstanceOf(ClerkBackendException.class)
        .hasMessageContaining("something else");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "..", "../organizations", "user_1/../user_2", "/", "%2e%2e", "user_1%2f..", "a\\b",
        "user_1?x", "user_1#x", "user 1", "user_1\n", "\n", "\0", "ü", "\uD83D", "user_١"
      })
  @DisplayName("K20 what can't be an id is nobody's, and Clerk isn't asked")
  void hostileIds(String id) {
    assertThat(backend.user(id)).isEmpty();
    assertThat(backend.user("a".repeat(10_000))).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aTokenIsMadeByATemplateForTheSession() {
    server.answer(json(200, "{\"object\":\"token\",\"jwt\":\"eyJ.a.b\"}"));

    assertThat(backend.getToken(ADA, "my template")).contains("eyJ.a.b");

    Request request = server.requests().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo("/v1/sessions/sess_1/tokens/my%20template");
    assertThat(request.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  @DisplayName("a template's name leads nowhere else")
  void strangeTemplates(String template) {
    assertThatThrownBy(() -> backend.getToken(ADA, template))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("an id or a name with a slash in it stays one segment")
  void slashes() {
    assertThatThrownBy(() -> backend.getToken(ADA, "../../users?a=b#c"))
        .isInstanceOf(ClerkBackendException.class);
    assertThat(server.requests().get(0).target())
        .isEqualTo("/v1/sessions/sess_1/tokens/..%2F..%2Fusers%3Fa%3Db%23c");
  }

  @Test
  void aSessionIsEndedAndOneThatHasEndedIsNoFailure() {
    backend.revokeSession(ADA);
    server.answer(json(404, GONE));
    backend.revokeSession(ADA);

    assertThat(server.requests())
        .extracting(request -> request.method() + " " + request.target())
        .containsOnly("POST /v1/sessions/sess_1/revoke");
  }

  @Test
  void aFailureCarriesStatusAndCodeOfClerk() {
    server.answer(json(404, GONE));

    ClerkBackendException failure = failure(() -> backend.currentUser(ADA));

    assertThat(failure.status()).hasValue(404);
    assertThat(failure.code()).contains("resource_not_found");
    assertThat(failure.retryAfter()).isEmpty();
    assertThat(failure)
        .hasMessage("GET " + server.url() + "/v1/users/user_1 answered 404 resource_not_found");
    assertThat(server.requests()).hasSize(1);
  }

  static Stream<Script> outages() {
    return Stream.of(json(500, "{}"), text(502, "text/html", "<html>"), json(503, "{}"), hangUp());
  }

  @ParameterizedTest
  @MethodSource("outages")
  @DisplayName("K16 what may be done twice is tried three times, with pauses that grow")
  void repeated(Script outage) {
    server.answer(outage);

    failure(() -> backend.currentUser(ADA));
    failure(() -> backend.revokeSession(ADA));

    assertThat(server.requests()).hasSize(6);
    assertThat(pauses).hasSize(4);
    assertThat(pauses.get(0)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(pauses.get(1)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  @DisplayName("K16 a call that works the second time has worked")
  void recovered() {
    server.answer(
        (request, out) -> {
          server.answer(json(200, USER));
          json(500, "{}").answer(request, out);
        });

    assertThat(backend.currentUser(ADA)).isPresent();
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("outages")
  @DisplayName("K16 a token that may have been made isn't made again")
  void notRepeated(Script outage) {
    server.answer(outage);

    failure(() -> backend.getToken(ADA, "hasura"));

    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 422})
  @DisplayName("K16 what Clerk refuses isn't asked again, nor elsewhere")
  void refused(int status) {
    try (ScriptedServer elsewhere = ScriptedServer.answering(json(200, USER))) {
      server.answer(json(status, "{}", "Location: " + elsewhere.url()));

      assertThat(failure(() -> backend.currentUser(ADA)).status()).hasValue(status);
      assertThat(server.requests()).hasSize(1);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  @DisplayName("K16 a short Retry-After is waited for, also where nothing may be done twice")
  void shortRetryAfter() {
    server.answer(
        (request, out) -> {
          server.answer(json(200, "{\"jwt\":\"eyJ.a.b\"}"));
          json(429, "{}", "Retry-After: 1").answer(request, out);
        });

    assertThat(backend.getToken(ADA, "hasura")).contains("eyJ.a.b");
    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  @DisplayName("K16 a long Retry-After ends the call, and Clerk isn't called before it is over")
  void longRetryAfter() {
    server.answer(json(429, GONE, "Retry-After: 30"));
    ClerkBackendException first = failure(() -> backend.currentUser(ADA));
    server.answer(json(200, USER));
    time.pass(Duration.ofSeconds(27));
    ClerkBackendException second = failure(() -> backend.currentUser(ADA));

    assertThat(first.status()).hasValue(429);
    assertThat(first.retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(second.status()).isEmpty();
    assertThat(second.retryAfter()).contains(Duration.ofSeconds(3));
    assertThat(server.requests()).hasSize(1);
    assertThat(pauses).isEmpty();

    time.pass(Duration.ofSeconds(1));
    assertThat(backend.currentUser(ADA)).isPresent();
    assertThat(pauses).containsExactly(Duration.ofSeconds(2));
  }

  static Stream<Script> nonsense() {
    return Stream.of(
        json(200, ""),
        json(200, "null"),
        json(200, "[]"),
        json(200, "{}"),
        json(200, "<html>"),
        json(200, "{\"id\":\"user_2\",\"jwt\":1}"));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  @DisplayName("K16 an answer that isn't what was asked for is a failure, and isn't remembered")
  void nonsense(Script answer) {
    server.answer(answer);

    assertThat(failure(() -> backend.currentUser(ADA))).hasMessageContaining("something else");
    assertThat(failure(() -> backend.getToken(ADA, "a"))).hasMessageContaining("something else");
    server.answer(json(200, USER));
    assertThat(backend.currentUser(ADA)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"user_1\"}",
        "{\"id\":\"user_1\",\"email_addresses\":null,\"public_metadata\":null}",
        "{\"id\":\"user_1\",\"email_addresses\":[1,null,{}],\"primary_email_address_id\":\"i\"}",
        "{\"id\":\"user_1\",\"email_addresses\":[{\"id\":\"i\",\"email_address\":7}],"
            + "\"primary_email_address_id\":\"i\",\"first_name\":[],\"image_url\":\"\"}"
      })
  @DisplayName("K16 what is missing or odd in a user is empty")
  void sparseUser(String described) {
    server.answer(json(200, described));

    User user = backend.currentUser(ADA).orElseThrow();

    assertThat(user.fullName()).isEmpty();
    assertThat(user.primaryEmailAddress()).isEmpty();
    assertThat(user.imageUrl()).isEmpty();
    assertThat(user.publicMetadata()).isEmpty();
  }

  @Test
  @DisplayName("L1 a failure holds no secret, even when the answer does")
  void nothingSecretIsSaid() {
    server.answer(
        json(400, "{\"errors\":[{\"code\":\"Bearer " + SECRET + "\",\"message\":\"x\"}]}"));
    ClerkBackendException echoed = failure(() -> backend.currentUser(ADA));
    server.close();
    ClerkBackendException unreachable = failure(() -> backend.currentUser(ADA));

    assertThat(echoed.code()).isEmpty();
    for (Throwable said = unreachable; said != null; said = said.getCause()) {
      assertThat(said.toString()).doesNotContain(SECRET);
    }
    assertThat(echoed.toString() + backend).doesNotContain(SECRET);
  }

  @Test
  void withoutASecretKeyNothingIsAsked() {
    try (ApplicationBackend keyless =
        new ApplicationBackend(ClerkOptions.builder().apiUrl(server.url()).build(), time)) {
      assertThat(keyless.currentUser(Auth.nobody())).isEmpty();
      assertThatThrownBy(() -> keyless.currentUser(ADA))
          .isInstanceOf(ClerkConfigurationException.class)
          .hasMessageContaining("CLERK_SECRET_KEY");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("U3 closing ends a pause and a call that is under way")
  void closed() throws Exception {
    ApplicationBackend closing = new ApplicationBackend(options().build(), time);
    server.answer(server.silence());
    FutureTask<ClerkBackendException> call =
        new FutureTask<>(() -> failure(() -> closing.currentUser(ADA)));
    new Thread(call).start();
    server.awaitRequests(1);
    closing.close();

    assertThat(call.get(3, TimeUnit.SECONDS).status()).isEmpty();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void whoIsInterruptedStaysSo() throws Exception {
    server.answer(server.silence());
    try (ApplicationBackend patient = new ApplicationBackend(options().build(), time)) {
      FutureTask<Boolean> call =
          new FutureTask<>(
              () -> {
                failure(() -> patient.currentUser(ADA));
                return Thread.currentThread().isInterrupted();
              });
      Thread caller = new Thread(call);
      caller.start();
      server.awaitRequests(1);
      caller.interrupt();

      assertThat(call.get(3, TimeUnit.SECONDS)).isTrue();
    }
  }

  private ClerkOptions.Builder options() {
    return ClerkOptions.builder().secretKey(SECRET).apiUrl(server.url());
  }

  private static ClerkBackendException failure(Runnable call) {
    ClerkBackendException failure = catchThrowableOfType(ClerkBackendException.class, call::run);
    assertThat(failure).isNotNull();
    return failure;
  }
}
