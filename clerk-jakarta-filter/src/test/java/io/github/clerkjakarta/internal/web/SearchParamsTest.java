package io.github.clerkjakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is expected here was printed by {@code new URLSearchParams(…)} in Node.js 20. */
class SearchParamsTest {

  @ParameterizedTest
  @MethodSource
  void queryIsWrittenAsJavaScriptWritesIt(String query, String written) {
    assertThat(SearchParams.parse(query)).hasToString(written);
  }

  static Stream<Arguments> queryIsWrittenAsJavaScriptWritesIt() {
    return Stream.of(
        arguments("", ""),
        arguments("?", ""),
        arguments("a=1&b=2", "a=1&b=2"),
        arguments("?a=1", "a=1"),
        arguments("??a=1", "%3Fa=1"),
        arguments("a", "a="),
        arguments("=", "="),
        arguments("=x", "=x"),
        arguments("a=b=c", "a=b%3Dc"),
        arguments("&&a=1&", "a=1"),
        arguments("a+b=c+d", "a+b=c+d"),
        arguments("a=%20", "a=+"),
        arguments("a=%2B", "a=%2B"),
        arguments("a=%zz&b=%2&c=%", "a=%25zz&b=%252&c=%25"),
        arguments("a=%C3%BC", "a=%C3%BC"),
        arguments("a=%c3", "a=%EF%BF%BD"),
        arguments("a=%ED%A0%80", "a=%EF%BF%BD%EF%BF%BD%EF%BF%BD"),
        arguments("a=%F0%9F%98%80", "a=%F0%9F%98%80"),
        arguments("a=%F0%9F%41", "a=%EF%BF%BDA"),
        arguments("a=%EF%BB%BFx", "a=%EF%BB%BFx"),
        arguments("a=%00", "a=%00"),
        arguments("a=1&a=2", "a=1&a=2"),
        arguments("a=%26%3D", "a=%26%3D"),
        arguments("%61=1", "a=1"),
        arguments("ü=日", "%C3%BC=%E6%97%A5"),
        arguments("a=\ud800", "a=%EF%BF%BD"),
        arguments("*-._~!'()=x", "*-._%7E%21%27%28%29=x"));
  }

  @Test
  void firstOfEqualNamesIsTheOneToGet() {
    SearchParams params = SearchParams.parse("a=&a=2&b=%20");

    assertThat(params.get("a")).isEmpty();
    assertThat(params.get("b")).isEqualTo(" ");
    assertThat(params.get("A")).isNull();
    assertThat(params.has("b")).isTrue();
    assertThat(params.has("c")).isFalse();
  }

  @Test
  void changesMakeACopy() {
    SearchParams params = SearchParams.parse("a=1&b=2&a=3");

    assertThat(params.append("a", "4 ü")).hasToString("a=1&b=2&a=3&a=4+%C3%BC");
    assertThat(params.set("a", "4")).hasToString("a=4&b=2");
    assertThat(params.set("c", "4")).hasToString("a=1&b=2&a=3&c=4");
    assertThat(params).hasToString("a=1&b=2&a=3");
  }

  @Test
  void emptinessIsThatOfTheList() {
    assertThat(SearchParams.empty().isEmpty()).isTrue();
    assertThat(SearchParams.parse("&&").isEmpty()).isTrue();
    assertThat(SearchParams.parse("=").isEmpty()).isFalse();
  }

  @Test
  void loneSurrogateCountsAsReplacementCharacter() {
    assertThat(SearchParams.empty().append("a\udc00", "\ud83d\ude00\ud83d").get("a\ufffd"))
        .isEqualTo("\ud83d\ude00\ufffd");
  }

  @Test
  void textIsEncodedForAQuery() {
    String ascii = " !\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~\u007f";

    assertThat(SearchParams.encode(ascii))
        .isEqualTo(
            "+%21%22%23%24%25%26%27%28%29*%2B%2C-.%2F09%3A%3B%3C%3D%3E%3F%40AZ%5B%5C%5D%5E_%60az"
                + "%7B%7C%7D%7E%7F");
    assertThat(SearchParams.encode("\r\nü日😀")).isEqualTo("%0D%0A%C3%BC%E6%97%A5%F0%9F%98%80");
  }
}
