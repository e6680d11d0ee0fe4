package io.github.clerkjakarta.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The judge must see what is wrong, and nothing else. */
class StateComparisonTest {

  private static final String REASON = "client-uat-but-no-session-token";

  private static final String VECTOR =
      """
      {
        "id": "handshake-0",
        "title": "signed in elsewhere",
        "now": 1763336020000,
        "options": {"publishableKey": "pk_test_Y2FsbS1oZXJvbi00Mi5jbGVyay5hY2NvdW50cy5kZXYk"},
        "request": {"method": "GET", "url": "http://localhost:3000/path?x=%20y", "headers": {}},
        "expected": {
          "status": "handshake",
          "reason": "client-uat-but-no-session-token",
          "message": "",
          "tokenType": "session_token",
          "isAuthenticated": false,
          "tokenSuffix": null,
          "headers": {
            "cache-control": ["no-store"],
            "location": ["https://a.example/v1?redirect_url=http%3A%2F%2Flocalhost%3A3000%2Fpath%3Fx%3D%2By"],
            "set-cookie": ["__clerk_redirect_count=3; SameSite=Lax; HttpOnly; Max-Age=2"],
            "x-clerk-auth-reason": ["client-uat-but-no-session-token"],
            "x-clerk-auth-status": ["handshake"]
          },
          "location": {
            "url": "https://a.example/v1",
            "query": [["redirect_url", "http://localhost:3000/path?x=+y"]],
            "inner": {
              "param": "redirect_url",
              "url": "http://localhost:3000/path",
              "query": [["x", " y"]]
            }
          },
          "auth": null,
          "carried": {"publishableKey": "pk_test_Y2FsbS1oZXJvbi00Mi5jbGVyay5hY2NvdW50cy5kZXYk"},
          "backendCalls": []
        }
      }
      """;

  private final Vector.Call call;
  private final String location;

  StateComparisonTest() throws JsonSyntaxException {
    call = new Vector("handshake", Values.object(JsonValues.read(VECTOR))).calls().get(0);
    location =
        String.valueOf(
            Values.list(Values.object(call.expected(), "headers").get("location")).get(0));
  }

  @Test
  void theExpectedHandshakePasses() {
    assertThat(judged(location, REASON)).isEmpty();
  }

  @Test
  void harmlessPercentEncodingPasses() {
    String encoded = location.replace("localhost", "%6Cocalhost").replace("%2By", "%2520y");
    assertThat(judged(encoded, REASON)).isEmpty();
  }

  @Test
  void anotherReasonFailsWithAReadableLine() {
    assertThat(judged(location, "dev-browser-missing"))
        .extracting(Mismatch::line)
        .containsExactly(
            "reason: expected \"client-uat-but-no-session-token\" but was \"dev-browser-missing\"",
            "headers.x-clerk-auth-reason: expected [\"client-uat-but-no-session-token\"] but was"
                + " [\"dev-browser-missing\"]");
  }

  @Test
  void anotherReturnAddressFails() {
    String elsewhere = location.replace("path", "other");
    assertThat(judged(elsewhere, REASON))
        .extracting(Mismatch::member)
        .containsExactly("location.inner");
  }

  @Test
  void aHeaderTooManyFails() {
    RequestState.Handshake state = state(location, REASON);
    Map<String, List<String>> headers = new LinkedHashMap<>(state.headers());
    headers.put("x-extra", List.of("1"));
    assertThat(
            compare(
                RequestState.about(request(), state.settings())
                    .headers(headers)
                    .handshake(REASON, "")))
        .extracting(Mismatch::member)
        .containsExactly("headers.x-extra");
  }

  @Test
  void aBackendCallTooManyFails() {
    Map<String, @Nullable Object> made = Map.of("method", "GET", "path", "/v1/jwks", "times", 1L);
    Outcome outcome =
        new Outcome(Optional.of(state(location, REASON)), Optional.empty(), List.of(made));
    assertThat(StateComparison.compare(call.expected(), outcome))
        .extracting(Mismatch::member)
        .containsExactly("backendCalls");
  }

  @Test
  void anExceptionIsAFailureUnlessItIsExpected() {
    Outcome outcome =
        new Outcome(
            Optional.empty(), Optional.of(new ClerkConfigurationException("No.")), List.of());
    assertThat(StateComparison.compare(call.expected(), outcome)).hasSize(1);
    assertThat(StateComparison.compare(Map.of("throws", "No.", "backendCalls", List.of()), outcome))
        .isEmpty();
    assertThat(
            StateComparison.compare(Map.of("throws", "Yes.", "backendCalls", List.of()), outcome))
        .hasSize(1);
  }

  @Test
  void aRefusalForWhateverReasonSetsNothing() {
    Map<String, @Nullable Object> expected = Map.of("refused", true, "backendCalls", List.of());
    RequestState.Builder nobody = RequestState.about(request(), settings());
    assertThat(compare(expected, nobody.signedOut("unexpected-error", ""))).isEmpty();
    assertThat(compare(expected, nobody.handshake(REASON, "")))
        .extracting(Mismatch::member)
        .containsExactly("status");
    nobody.headers(Map.of("set-cookie", List.of("a=b")));
    assertThat(compare(expected, nobody.signedOut("unexpected-error", "")))
        .extracting(Mismatch::member)
        .containsExactly("headers");
  }

  private List<Mismatch> judged(String location, String reason) {
    return compare(state(location, reason));
  }

  private List<Mismatch> compare(RequestState state) {
    return compare(call.expected(), state);
  }

  private static List<Mismatch> compare(
      Map<String, @Nullable Object> expected, RequestState state) {
    return StateComparison.compare(
        expected, new Outcome(Optional.of(state), Optional.empty(), List.of()));
  }

  private RequestState.Handshake state(String location, String reason) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Values.object(call.expected(), "headers")
        .forEach(
            (name, values) ->
                headers.put(name, Values.list(values).stream().map(String::valueOf).toList()));
    headers.put("location", List.of(location));
    return RequestState.about(request(), settings()).headers(headers).handshake(reason, "");
  }

  private RequestSettings settings() {
    ClerkOptions.Builder options = ClerkOptions.builder();
    Values.optionalString(call.options(), "publishableKey").ifPresent(options::publishableKey);
    return RequestSettings.of(options.build());
  }

  private static ClerkRequest request() {
    return ClerkRequest.of("GET", "https://app.example/", Map.of());
  }
}
