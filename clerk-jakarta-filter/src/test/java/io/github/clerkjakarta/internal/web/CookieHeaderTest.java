package io.github.clerkjakarta.internal.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected here was printed by {@code parse()} of the npm package {@code cookie} 1.0.2. */
class CookieHeaderTest {

  @ParameterizedTest
  @MethodSource
  void valueOfSession(String header, @Nullable String value) {
    assertThat(CookieHeader.of(header, "").get("__session")).isEqualTo(value);
  }

  static Stream<Arguments> valueOfSession() {
    return Stream.of(
        arguments("__session=abc; __client_uat=1", "abc"),
        arguments("__client_uat=1; __session=abc", "abc"),
        arguments("__session=abc;__client_uat=1", "abc"),
        arguments("__session=abc; __session=other", "abc"),
        arguments("__session=; __session=abc", ""),
        arguments("__session=", ""),
        arguments("__session= \t ", ""),
        arguments("  __session = abc ;\t__client_uat\t=\t1 ", "abc"),
        arguments("\t__session\t=\ta b\t", "a b"),
        arguments("__session=\"abc\"", "\"abc\""),
        arguments("__session=a%20b%C3%BC", "a bü"),
        arguments("__session=%E0%A4%A", "%E0%A4%A"),
        arguments("__session=a%20%zz", "a%20%zz"),
        arguments("__session=%ED%A0%80", "%ED%A0%80"),
        arguments("__session=%c0%80", "%c0%80"),
        arguments("__session=%F0%9F%98%80", "😀"),
        arguments("__session=a+b", "a+b"),
        arguments("__session=a=b=c", "a=b=c"),
        arguments(";;; __session=abc;; ;__client_uat=1;", "abc"),
        arguments("\u00a0__session=abc", null),
        arguments("__session", null),
        arguments("__session; x=1", null),
        arguments("__session x=1", null),
        arguments("flag; __session; x=1; __session=abc", "abc"),
        arguments("__session ; __session = ; __session=abc", ""),
        arguments("__session == abc", "= abc"),
        arguments("x=%41; __session=abc; y=%41", "abc"),
        arguments("", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__session_AAAAAAAA=forged",
        "__sessionX=forged",
        "__SESSION=forged",
        "x__session=forged",
        "_session=forged",
        "%5F_session=forged",
        "\"__session\"=forged"
      })
  @DisplayName("C3 a name that only resembles the wanted one is another cookie")
  void exactNames(String header) {
    CookieHeader cookies = CookieHeader.of(header, "");

    assertThat(cookies.get("__session")).isNull();
    assertThat(cookies.locate("__session")).isNull();
    assertThat(CookieHeader.of(header + "; __session=own", "").get("__session")).isEqualTo("own");
  }

  @Test
  @DisplayName("C5 a delimiter encoded within a value makes no cookie")
  void encodedDelimiter() {
    CookieHeader cookies =
        CookieHeader.of("x=%3B%20__session=forged; y=1%3B%20__session%3Dforged", "");

    assertThat(cookies.get("__session")).isNull();
    assertThat(cookies.get("x")).isEqualTo("; __session=forged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad=\"quoted;",
        "$Version=1;",
        ".bad=1;",
        "=nameless;",
        "=;",
        "flag;",
        "\u0000=\u0001\r\n;",
        "bad=\u0000;",
        "bad=\ud800;",
        "bad=%E0%A4%A;",
        ";"
      })
  @DisplayName("C6 a malformed cookie leaves the others readable")
  void malformedNeighbour(String neighbour) {
    assertThat(CookieHeader.of(neighbour + " __session=abc", "").get("__session")).isEqualTo("abc");
    assertThat(CookieHeader.of("__session=abc; " + neighbour, "").get("__session"))
        .isEqualTo("abc");
  }

  @Test
  @DisplayName("C6 a quote holds no semicolon")
  void quotedSemicolon() {
    assertThat(CookieHeader.of("a=\"b; __session=c\"", "").get("__session")).isEqualTo("c\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "a", ";"})
  void headerTooShortForACookieHasNone(String header) {
    CookieHeader cookies = CookieHeader.of(header, "");

    assertThat(cookies.get("")).isNull();
    assertThat(cookies.get("a")).isNull();
    assertThat(cookies.text()).isEmpty();
  }

  @Test
  void namelessCookieIsFoundByTheEmptyName() {
    assertThat(CookieHeader.of("a=1; =x", "").get("")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__session=abc", "a=%20; \t__session =\tabc ;b=%20", "__session=abc;%"})
  void plainValueIsLocatedInTheHeader(String header) {
    CookieHeader cookies = CookieHeader.of(header, "");
    CookieHeader.Region region = requireNonNull(cookies.locate("__session"));

    assertThat(cookies.text().substring(region.start(), region.end())).isEqualTo("abc");
  }

  @Test
  void emptyValueIsLocatedAsAnEmptyRegion() {
    CookieHeader.Region region =
        requireNonNull(CookieHeader.of("__session= ; a=1", "").locate("__session"));

    assertThat(region.end()).isEqualTo(region.start());
  }

  @Test
  void valueIsLocatedAsItWasSent() {
    CookieHeader cookies = CookieHeader.of("__session=a%62c; __session=abc", "");
    CookieHeader.Region region = requireNonNull(cookies.locate("__session"));

    assertThat(cookies.text().substring(region.start(), region.end())).isEqualTo("a%62c");
    assertThat(CookieHeader.of("a=1", "").locate("__session")).isNull();
  }

  @Test
  void namesThatBeginOtherwiseAreNotFound() {
    CookieHeader cookies = CookieHeader.of("a=__x=1; \t__x=2; __y; _z=3 ; __x=4", "__");

    assertThat(cookies.get("a")).isNull();
    assertThat(cookies.get("_z")).isNull();
    assertThat(cookies.get("__y")).isNull();
    assertThat(cookies.get("__x")).isEqualTo("2");
  }

  @Test
  @Timeout(10)
  @DisplayName("C7 3,000 cookies or 64 KB of them are read in linear time")
  void manyCookies() {
    String many = "cookie=aaaaaaaaaaaa; ".repeat(3_000);
    // What takes quadratic time on one of these takes minutes for a megabyte.
    String[] hostile = {
      many,
      ";".repeat(1 << 20),
      "a;".repeat(1 << 19),
      "=".repeat(1 << 20),
      " ".repeat(1 << 20),
      "__session".repeat(1 << 17),
      "__session ;".repeat(1 << 17),
      "a=%41x; ".repeat(1 << 17)
    };
    for (String header : hostile) {
      assertThat(CookieHeader.of(header + ";__session=abc", "").get("__session")).isEqualTo("abc");
      assertThat(CookieHeader.of(header, "").get("__session")).isNull();
    }
    String value = "%41x".repeat(1 << 14);
    assertThat(CookieHeader.of(many + "__session=" + value, "").get("__session"))
        .isEqualTo("Ax".repeat(1 << 14));
  }
}
