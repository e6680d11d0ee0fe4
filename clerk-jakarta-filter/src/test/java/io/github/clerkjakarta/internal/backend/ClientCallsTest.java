package io.github.clerkjakarta.internal.backend;

import static io.github.clerkjakarta.internal.backend.ScriptedServer.hangUp;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.json;
import static io.github.clerkjakarta.internal.backend.ScriptedServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.models.errors.ClerkErrors;
import com.clerk.backend_api.models.errors.SDKError;
import com.clerk.backend_api.models.operations.GetUserListRequest;
import io.github.clerkjakarta.ClerkBackendException;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.internal.backend.ScriptedServer.Request;
import io.github.clerkjakarta.sdk.ClerkSdk;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The calls of Clerk's own client")
class ClientCallsTest {

  private static final String SECRET = "sk_test_SecretSecret";
  private static final String GONE =
      "{\"errors\":[{\"code\":\"resource_not_found\",\"message\":\"not found\","
          + "\"long_message\":\"not found\",\"meta\":{}}]}";
  private static final String LIST = "[]";

  private final ScriptedServer server = ScriptedServer.answering(json(404, GONE));
  private final ClerkSdk sdk = ClerkSdk.create(options().build());
  private final Clerk clerk = sdk.clerk();

  @AfterEach
  void close() {
    sdk.close();
    server.close();
  }

  @Test
  @DisplayName("go to the address of the options, with their key and one version header")
  void request() {
    server.answer(json(200, LIST));

    clerk.users().list(GetUserListRequest.builder().limit(2).build());

    Request request = server.requests().get(0);
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.target()).startsWith("/base/v1/users?limit=2&");
    assertThat(request.headers())
        .containsEntry("authorization", "Bearer " + SECRET)
        .containsEntry("clerk-api-version", BackendApiClient.API_VERSION_HEADER)
        .extractingByKey("user-agent")
        .asString()
        .startsWith("clerk-jakarta/");
  }

  @Test
  @DisplayName("are answered as Clerk answers, errors and all")
  void errors() {
    ClerkErrors errors = catchThrowableOfType(ClerkErrors.class, () -> clerk.users().get("user_1"));

    assertThat(errors.code()).isEqualTo(404);
    assertThat(errors.data().orElseThrow().errors())
        .extracting(com.clerk.backend_api.models.components.ClerkError::code)
        .containsExactly("resource_not_found");
  }

  @Test
  @DisplayName("put off by Clerk are repeated, and then fail as those of ClerkBackend do")
  void tooMany() {
    server.answer(json(429, GONE));

    ClerkBackendException failure = failure(() -> clerk.users().ban("user_1"));

    assertThat(failure.status()).hasValue(429);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  @DisplayName("wait for the end of a pause that Clerk asks for, and ask nobody before")
  void retryAfter() {
    server.answer(json(429, GONE, "Retry-After: 60"));

    ClerkBackendException first = failure(() -> clerk.users().get("user_1"));
    ClerkBackendException second = failure(() -> clerk.organizations().get("org_1"));

    assertThat(first.retryAfter()).contains(Duration.ofSeconds(60));
    assertThat(second.status()).isEmpty();
    assertThat(second.retryAfter()).isPresent();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  @DisplayName(
      "are repeated after an outage where that does no harm, for two seconds and not an hour")
  void outage() {
    server.answer(json(500, GONE));

    assertThatThrownBy(() -> clerk.users().get("user_1")).isInstanceOf(SDKError.class);
    assertThat(server.requests()).hasSize(3);

    assertThatThrownBy(() -> clerk.users().ban("user_1")).isInstanceOf(SDKError.class);
    assertThat(server.requests()).hasSize(4);

    server.answer(hangUp());
    assertThat(failure(() -> clerk.users().get("user_1")).status()).isEmpty();
    assertThat(server.requests()).hasSize(7);
    assertThat(failure(() -> clerk.users().ban("user_1")).status()).isEmpty();
    assertThat(server.requests()).hasSize(8);
  }

  @Test
  @DisplayName("take the secret key to nobody else")
  void redirect() {
    try (ScriptedServer other = ScriptedServer.answering(json(200, LIST))) {
      server.answer(json(302, "", "Location: " + other.url() + "/v1/users"));

      assertThatThrownBy(() -> clerk.users().list().call()).isInstanceOf(SDKError.class);

      assertThat(other.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "../organizations",
        "user_1/../../organizations",
        "a/b",
        "/",
        "//",
        "..\\x",
        "%2e%2e",
        "..%2Forganizations",
        "user_1?limit=1",
        "user_1#x",
        "user 1",
        "ü\n\0",
        "https://evil.example/",
        "@evil.example",
        "\uD83D"
      })
  @DisplayName("K20 never lead to another path, whatever an id holds")
  void hostileIds(String id) {
    Throwable failure = catchThrowable(() -> clerk.users().get(id));

    if (!(failure instanceof IllegalArgumentException)) {
      assertThat(failure).isInstanceOf(ClerkErrors.class);
      assertThat(server.requests().get(0).target())
          .matches("/base/v1/users/(?!(\\.|%2[eE])*$)[^/?#\\\\]+")
          .doesNotContainIgnoringCase("%2f")
          .doesNotContainIgnoringCase("%5c");
    }
  }

  @Test
  @DisplayName("say no secret, however they fail")
  void secrets() {
    for (ScriptedServer.Script script :
        List.of(
            json(401, GONE),
            json(429, GONE),
            json(500, "{"),
            json(200, "{"),
            text(200, "text/html", "<p>"),
            hangUp())) {
      server.answer(script);
      StringWriter trace = new StringWriter();
      catchThrowable(() -> clerk.users().get("user_1")).printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain(SECRET);
    }
    assertThat(sdk + " " + clerk).doesNotContain(SECRET).contains(server.url());
  }

  @Test
  @DisplayName("need a secret key, and say so")
  void noKey() {
    try (ClerkSdk keyless = ClerkSdk.create(ClerkOptions.builder().apiUrl(server.url()).build())) {
      assertThatThrownBy(() -> keyless.clerk().users().get("user_1"))
          .isInstanceOf(ClerkConfigurationException.class)
          .hasMessageContaining("CLERK_SECRET_KEY");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("end with the application, those under way too")
  void closing() throws Exception {
    server.answer(server.silence());
    FutureTask<Throwable> call =
        new FutureTask<>(() -> catchThrowable(() -> clerk.users().ban("user_1")));
    new Thread(call).start();
    server.awaitRequests(1);

    sdk.close();

    assertThat(call.get(5, TimeUnit.SECONDS)).isInstanceOf(ClerkBackendException.class);
    assertThatThrownBy(() -> clerk.users().get("user_1"))
        .isInstanceOf(ClerkBackendException.class)
        .hasMessageContaining("closed");
    assertThat(server.requests()).hasSize(1);
  }

  private static ClerkBackendException failure(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ClerkBackendException.class, call);
  }

  private ClerkOptions.Builder options() {
    return ClerkOptions.builder().secretKey(SECRET).apiUrl(server.url() + "/base");
  }
}
