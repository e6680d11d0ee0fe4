package io.github.clerkjakarta.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A raw path")
class RawPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a%2fb",
        "/a%2Fb",
        "/a%5cb",
        "/a\\b",
        "/a%00",
        "/a%0d%0ab",
        "/a%7f",
        "/a%3bb",
        "/a%2561",
        "/a%252fb",
        "/%zz",
        "/%",
        "/%4",
        "/%c0%ae",
        "/%e0%80%af",
        "/%ff",
        "/%ed%a0%80",
        "/./a",
        "/a/..",
        "/a/..;/b",
        "/a/.;x/b",
        "/%2e%2e/a",
        "/.%2E/a",
        "/a b",
        "/\u00e4",
        "/a\u0000",
        "/%\uff11\uff12"
      })
  @DisplayName("P3 that can be read in two ways isn't plain")
  void ambiguous(String path) {
    assertThat(RawPath.isPlain(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/a",
        "/a;jsessionid=x",
        "/;/a",
        "/a;x=%20y/b",
        "/%61dmin",
        "/a%20b",
        "/%C3%A4",
        "/100%25",
        "/100%25-off",
        "/.well-known/a",
        "/...",
        "/a..b",
        "//a",
        "*"
      })
  @DisplayName("P3 that everyone reads alike is plain")
  void plain(String path) {
    assertThat(RawPath.isPlain(path)).isTrue();
  }
}
