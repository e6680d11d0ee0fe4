package io.github.clerkjakarta.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who had the browser send a request")
class CrossSiteRequestTest {

  private static final String HERE = "http://app.example/page";
  private static final List<String> UNSAFE = List.of("POST", "PUT", "PATCH", "DELETE", "BREW");
  private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final ForeignOrigin foreignOrigin =
      ForeignOrigin.allowing(List.of("https://friend.example", "not an origin"));

  @ParameterizedTest
  @CsvSource({
    "same-origin, http://app.example,             passes",
    "same-origin, https://renamed.example,        passes",
    "same-origin, null,                           passes",
    "same-origin, ,                               passes",
    "cross-site,  ,                               found",
    "cross-site,  null,                           found",
    "cross-site,  https://evil.example,           found",
    "cross-site,  http://app.example,             found",
    "cross-site,  https://friend.example,         passes",
    "cross-site,  HTTPS://FRIEND.example:443,     passes",
    "cross-site,  https://friend.example:444,     found",
    "same-site,   ,                               found",
    "same-site,   null,                           found",
    "same-site,   https://sub.app.example,        found",
    "same-site,   http://app.example,             passes",
    "same-site,   https://app.example,            passes",
    "same-site,   https://friend.example,         passes",
    "none,        ,                               passes",
    "none,        http://app.example,             passes",
    "none,        https://evil.example,           found",
    "none,        null,                           found",
    "Same-Origin, https://evil.example,           found",
    "garbage,     https://evil.example,           found",
    ",            ,                               passes",
    ",            http://app.example,             passes",
    ",            http://app.example:80,          passes",
    ",            https://app.example,            passes",
    ",            http://app.example:8080,        found",
    ",            https://app.example:8443,       found",
    ",            http://app.example/x,           found",
    ",            http://app.example.evil.example, found",
    ",            http://user@app.example,        found",
    ",            ftp://app.example,              found",
    ",            null,                           found",
    ",            garbage,                        found",
    ",            not an origin,                  passes",
    ",            https://friend.example,         passes",
    ",            https://evil.example,           found",
  })
  @DisplayName("S21 is told by Sec-Fetch-Site, and by Origin where that isn't sent or says nothing")
  void table(String site, String origin, String expected) {
    Map<String, List<String>> headers = new HashMap<>();
    if (site != null) {
      headers.put("Sec-Fetch-Site", List.of(site));
    }
    if (origin != null) {
      headers.put("Origin", List.of(origin));
    }
    for (String method : UNSAFE) {
      assertThat(found(method, headers)).as(method).isEqualTo(expected);
    }
    for (String method : SAFE) {
      assertThat(found(method, headers)).as(method).isEqualTo("passes");
    }
    Map<String, List<String>> bearer = with(headers, "Authorization", "Bearer abc");
    assertThat(found("POST", bearer)).as("bearer").isEqualTo("passes");
    Map<String, List<String>> basic = with(headers, "Authorization", "Basic abc");
    assertThat(found("POST", basic)).as("basic").isEqualTo(expected);
    for (String upgrade :
        List.of("websocket", "WebSocket", "h2c, websocket", "websocket,h2c", " h2c ,\twebsocket")) {
      assertThat(found("GET", with(headers, "Upgrade", upgrade))).as(upgrade).isEqualTo(expected);
    }
    Map<String, List<String>> two = new HashMap<>(headers);
    two.put("Upgrade", List.of("h2c", "websocket"));
    assertThat(found("GET", two)).as("two headers").isEqualTo(expected);
    for (String upgrade : List.of("h2c", "websocket2", "web socket", "")) {
      assertThat(found("GET", with(headers, "Upgrade", upgrade))).as(upgrade).isEqualTo("passes");
    }
  }

  @Test
  @DisplayName("S21 of two origins at once both have to be ours")
  void two() {
    for (List<String> origins :
        List.of(
            List.of("http://app.example", "https://evil.example"),
            List.of("https://evil.example", "http://app.example"),
            List.of("https://friend.example", "null"))) {
      assertThat(found("POST", Map.of("Origin", origins))).isEqualTo("found");
      assertThat(found("POST", Map.of("Origin", origins, "Sec-Fetch-Site", List.of("cross-site"))))
          .isEqualTo("found");
      assertThat(found("POST", Map.of("Origin", origins, "Sec-Fetch-Site", List.of("same-site"))))
          .isEqualTo("found");
    }
    Map<String, List<String>> sites =
        Map.of("Sec-Fetch-Site", List.of("same-origin", "x"), "Origin", List.of("null"));
    assertThat(found("POST", sites)).isEqualTo("found");
  }

  @Test
  @DisplayName("S21 doesn't matter where nobody is signed in")
  void signedOut() {
    ClerkRequest request =
        ClerkRequest.of("POST", HERE, Map.of("Origin", List.of("https://evil.example")));
    RequestState state = RequestState.about(request, RequestSettings.NONE).signedOut("x", "");
    assertThat(foreignOrigin.found(state)).isEmpty();
  }

  @Test
  @DisplayName("S21 the refusal names both origins and the settings that would cure it")
  void message() {
    assertThat(message(RequestSettings.NONE, "https://evil.example"))
        .contains(
            "https://evil.example",
            "http://app.example",
            "clerk.authorizedParties",
            "CLERK_AUTHORIZED_PARTIES",
            "clerk.publicUrl",
            "CLERK_PUBLIC_URL");
    RequestSettings moved =
        RequestSettings.of(ClerkOptions.builder().publicUrl("https://seen.example").build());
    assertThat(message(moved, "http://app.example"))
        .contains("http://app.example", "https://seen.example");
    assertThat(message(RequestSettings.NONE, "<script>\u00e9\"&"))
        .contains("?script????")
        .doesNotContain("<", ">", "\"", "&");
    assertThat(
            foreignOrigin
                .found(
                    state(
                        "POST",
                        Map.of("Sec-Fetch-Site", List.of("cross-site")),
                        RequestSettings.NONE))
                .orElseThrow())
        .startsWith("A page of another site made the browser");
  }

  private String message(RequestSettings settings, String origin) {
    return foreignOrigin
        .found(state("POST", Map.of("Origin", List.of(origin)), settings))
        .orElseThrow();
  }

  private String found(String method, Map<String, List<String>> headers) {
    Optional<String> found = foreignOrigin.found(state(method, headers, RequestSettings.NONE));
    return found.isPresent() ? "found" : "passes";
  }

  private static RequestState state(
      String method, Map<String, List<String>> headers, RequestSettings settings) {
    return RequestState.about(ClerkRequest.of(method, HERE, headers), settings)
        .signedIn(Auth.nobody(), "token");
  }

  private static Map<String, List<String>> with(
      Map<String, List<String>> headers, String name, String value) {
    Map<String, List<String>> more = new HashMap<>(headers);
    more.put(name, List.of(value));
    return more;
  }
}
