package io.github.clerkjakarta.internal.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The URL of a path at this application's own origin. */
class OwnOriginTest {

  private static final List<String> PIECES =
      List.of(
          "/",
          "//",
          "\\",
          ".",
          "..",
          "%2e",
          "%2E%2e",
          ";",
          ":",
          "@",
          "evil.example",
          "https:",
          "javascript:",
          "?",
          "#",
          "&",
          "=",
          "\t",
          "\n",
          "\r",
          " ",
          "\u0000",
          "%00",
          "%2f",
          "%5c",
          "%",
          "[",
          "]",
          "^",
          "|",
          "user:pw@",
          ":8443",
          "\u3002",
          "\u00FC",
          "\uD800",
          "x");

  @ParameterizedTest
  @CsvSource({
    "/a/b?c=d, https://app.example/a/b?c=d",
    "/.//evil.example/x, https://app.example//evil.example/x",
    "//evil.example/x, https://app.example//evil.example/x",
    "/x/..//evil.example/y, https://app.example//evil.example/y",
    "/\\evil.example, https://app.example//evil.example",
    "\\\\evil.example, https://app.example///evil.example",
    "/@evil.example, https://app.example/@evil.example",
    "@evil.example, https://app.example/@evil.example",
    ":8443/x, https://app.example/:8443/x",
    ".evil.example, https://app.example/.evil.example",
    "https://evil.example/, https://app.example/https://evil.example/",
    "?x, https://app.example/?x",
    "'', https://app.example/"
  })
  @DisplayName("P9 a path at the own origin stays there, however it is written")
  void path(String path, String href) {
    assertThat(at("https://app.example", path).href()).isEqualTo(href);
  }

  @Test
  @DisplayName("P9 scheme, host and port are the origin's, its user, path and query don't count")
  void onlyTheOrigin() {
    assertThat(at("http://u:p@app.example:8080/app/?a=b#c", "/x?y").href())
        .isEqualTo("http://app.example:8080/x?y");
    assertThat(at("https://[::1]:8443", "//two/x").href()).isEqualTo("https://[::1]:8443//two/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:a@app.example", "blob:https://app.example/x", "app:x"})
  @DisplayName("P9 what has no host is no origin to be at")
  void noOrigin(String url) {
    assertThat(WebUrl.at(requireNonNull(WebUrl.parse(url)), "/x")).isNull();
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("P9 no path leads from the own origin to another, not even when it is read again")
  void anyPath(String path) {
    for (String origin : List.of("https://app.example", "http://127.0.0.1:8080")) {
      WebUrl url = at(origin, path);

      assertThat(url.origin()).isEqualTo(origin);
      assertThat(url.username() + url.password()).isEmpty();
      assertThat(url.href()).startsWith(origin + "/");
      WebUrl again = requireNonNull(WebUrl.parse(url.href()));
      assertThat(again).isEqualTo(url);
      assertThat(again.origin()).isEqualTo(origin);
      assertThat(again.hasOriginOf(url)).isTrue();
    }
  }

  static Stream<String> anyPath() {
    Random random = new Random(9);
    return Stream.generate(
            () -> {
              StringBuilder path = new StringBuilder(random.nextInt(4) == 0 ? "" : "/");
              for (int pieces = random.nextInt(9); pieces > 0; pieces--) {
                path.append(PIECES.get(random.nextInt(PIECES.size())));
              }
              return path.toString();
            })
        .limit(400);
  }

  private static WebUrl at(String origin, String path) {
    return requireNonNull(WebUrl.at(requireNonNull(WebUrl.parse(origin)), path));
  }
}
