package io.github.clerkjakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieTest {

  @ParameterizedTest
  @CsvSource(
      emptyValue = "",
      value = {
        "__session=abc; Path=/; SameSite=Lax, __session, abc",
        "__session=abc, __session, abc",
        "__session=; Path=/, __session, ''",
        "__session; Path=/, __session,",
        "__session=a=b; Path=/, __session, a",
        "=abc; Path=/, '', abc",
        "'', '',",
        "' __session = abc ;Path=/', ' __session ', ' abc '",
        "__session=%20; Path=/, __session, %20"
      })
  void nameAndValueAreCutAsClerkCutsThem(String directive, String name, @Nullable String value) {
    SetCookie cookie = SetCookie.parse(directive);

    assertThat(cookie.name()).isEqualTo(name);
    assertThat(cookie.value()).isEqualTo(value);
    assertThat(cookie.directive()).isEqualTo(directive);
  }

  @Test
  void attributesAreFoundInAnyCase() {
    SetCookie cookie =
        SetCookie.parse("__client_uat=1; path=/;DOMAIN = shop.example ; Max-Age=60; Secure;; ;=x");

    assertThat(cookie.attributes())
        .containsOnly(
            entry("path", "/"),
            entry("DOMAIN", "shop.example"),
            entry("Max-Age", "60"),
            entry("Secure", ""));
    assertThat(cookie.attributes().get("Domain")).isEqualTo("shop.example");
    assertThat(cookie.attributes()).containsKey("SECURE").doesNotContainKey("HttpOnly");
  }

  @Test
  void lastOfEqualAttributesCounts() {
    assertThat(SetCookie.parse("a=b; Domain=one; domain=two").attributes().get("DOMAIN"))
        .isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=b\r\nX: y",
        "a=b\n",
        "a\u0000=b",
        "a=b; Path=/\t",
        "a=\u007f",
        "a=\u560d\u560a"
      })
  void directiveWithControlCharactersIsTold(String directive) {
    assertThat(SetCookie.parse(directive).hasControlCharacters()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      chars = {'\0', '\t', '\n', '\r', '\u001f', '\u007f', '\u0080', '\u009f', '\u0100', '\uffff'})
  @DisplayName("R2 a control character, or what may become one, is told wherever it stands")
  void controlCharacterAnywhere(char c) {
    for (String directive :
        List.of(c + "__session=abc", "__se" + c + "ssion=abc", "__session=a" + c + "bc; Path=/")) {
      assertThat(SetCookie.parse(directive).hasControlCharacters()).isTrue();
    }
    assertThat(SetCookie.parse("__session=abc; Path=/; Pa" + c + "th=/x").hasControlCharacters())
        .isTrue();
    assertThat(SetCookie.parse("__session=abc; Path=/" + c).hasControlCharacters()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(chars = {' ', '!', '~', '\u00a0', '\u00fc', '\u00ff'})
  void ordinaryDirectiveHasNoControlCharacters(char c) {
    assertThat(SetCookie.parse("__session=a" + c + "b; Path=/" + c).hasControlCharacters())
        .isFalse();
    assertThat(SetCookie.parse("").hasControlCharacters()).isFalse();
  }

  @Test
  void toStringKeepsTheValueToItself() {
    assertThat(SetCookie.parse("__session=secret; Path=/")).hasToString("SetCookie[__session]");
  }
}
