package io.github.clerkjakarta.internal.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebUrlParametersTest {

  private static final String ORIGIN = "https://shop.example/a";

  @Test
  void queryIsReadDecoded() {
    SearchParams query = url("?next=%2Fhome%3Fz%3D1&name=J%C3%BCrgen+B").query();

    assertThat(query.get("next")).isEqualTo("/home?z=1");
    assertThat(query.get("name")).isEqualTo("Jürgen B");
  }

  @Test
  void queryThatBeginsWithTwoQuestionMarksKeepsOne() {
    assertThat(url("??a=1").query().get("?a")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ?n=v+%C3%BC",
    "?, ?n=v+%C3%BC",
    "?a=%20, ?a=+&n=v+%C3%BC",
    "?n=1&a=2#f, ?n=1&a=2&n=v+%C3%BC#f"
  })
  void parameterIsAppended(String before, String after) {
    assertThat(url(before).withParameter("n", "v ü").href()).isEqualTo(ORIGIN + after);
  }

  @ParameterizedTest
  @CsvSource({"?a=1, ?a=1&n=v", "?n=1&a=2&n=3, ?n=v&a=2", "#f, ?n=v#f"})
  void parameterIsSet(String before, String after) {
    assertThat(url(before).withParameterSet("n", "v").href()).isEqualTo(ORIGIN + after);
  }

  @ParameterizedTest
  @CsvSource({
    "?__clerk_handshake=x, ''",
    "?__clerk_handshake=x#f, #f",
    "?__clerk_handshake, ''",
    "?%5F_clerk_%68andshake=x&a=1, ?a=1",
    "?b=%20&__clerk_help=1&a=+~%7e&b=%c3%bc&c, ?b=%20&a=+~%7e&b=%c3%bc&c",
    "?a=1&&__clerk_handshake=x&&=&b, ?a=1&&&=&b",
    "?a=1&__clerk_handshake=x&, ?a=1&",
    "?a=1&__clerk_handshake=x&__clerk_handshake=y&__clerk_help=1, ?a=1",
    "?a=__clerk_handshake, ?a=__clerk_handshake",
    "?__clerk_handshakes=x&__CLERK_HANDSHAKE=y, ?__clerk_handshakes=x&__CLERK_HANDSHAKE=y",
    "?a=%zz'#__clerk_help=1&__clerk_handshake, ?a=%zz%27#__clerk_help=1&__clerk_handshake",
    "?, ?",
    "'', ''"
  })
  @DisplayName("R5 parameters are taken out and the other bytes of the query stay as they are")
  void removal(String before, String after) {
    assertThat(
            url(before).withoutParametersKeepingBytes("__clerk_handshake", "__clerk_help").href())
        .isEqualTo(ORIGIN + after);
  }

  @Test
  @DisplayName("R5 without a parameter to take out the URL is the same")
  void removalOfNothing() {
    WebUrl url = url("?a=%20b&&c=~#__clerk_help=1");

    assertThat(url.withoutParametersKeepingBytes("__clerk_help")).isSameAs(url);
  }

  @Test
  void changedUrlKnowsItsParts() {
    WebUrl changed =
        requireNonNull(WebUrl.parse("https://u:p@shop.example:81/a?gone=1&b=%20#f"))
            .withoutParametersKeepingBytes("gone")
            .withParameter("c", "d");

    assertThat(changed.hostAndPort()).isEqualTo("shop.example:81");
    assertThat(changed.pathname()).isEqualTo("/a");
    assertThat(changed.search()).isEqualTo("?b=+&c=d");
    assertThat(changed.hash()).isEqualTo("#f");
    assertThat(changed.username() + changed.password()).isEqualTo("up");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a/__x, false",
    "https://a/?b=__x&c=%5F_, false",
    "https://a/?b__x=1, false",
    "https://a/?_=1&_x_, false",
    "https://a/?__, true",
    "https://a/?a=1&__x=1, true",
    "https://a/?&__x=1, true",
    "https://a/?%5F_x=1, true",
    "https://a/?a&_%5fx=1, true",
    "https://a/?b=1&%61=1, true",
    "'https://a/?_\t_x=1', true",
    "'https://a/?\n__x=1', true"
  })
  void quickLookMissesNoParameter(String rawUrl, boolean possible) {
    String query = rawUrl.substring(rawUrl.indexOf("?") + 1);
    assertThat(rawUrl.contains("?") && WebUrl.mayHaveParameter(query, "__")).isEqualTo(possible);
  }

  private static WebUrl url(String queryAndHash) {
    return requireNonNull(WebUrl.parse(ORIGIN + queryAndHash));
  }
}
