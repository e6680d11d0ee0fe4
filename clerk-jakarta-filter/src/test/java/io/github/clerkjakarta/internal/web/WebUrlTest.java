package io.github.clerkjakarta.internal.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected here was printed by {@code new URL(…)} in Node.js 20. */
class WebUrlTest {

  @ParameterizedTest
  @MethodSource("absolute")
  void absoluteUrlIsNormalisedAsABrowserDoes(String input, @Nullable String href) {
    WebUrl url = WebUrl.parse(input);

    assertThat(url == null ? null : url.href()).isEqualTo(href);
  }

  @ParameterizedTest
  @MethodSource("absolute")
  void quickWayInAgreesWithTheParser(String input, @Nullable String href) {
    UrlRecord recognised = CanonicalUrl.recognise(input);
    UrlRecord parsed = UrlParser.parse(input, null);

    assertThat(parsed == null ? null : parsed.href()).isEqualTo(href);
    if (recognised != null) {
      assertThat(recognised).isEqualTo(parsed);
    }
  }

  static Stream<Arguments> absolute() {
    return Stream.of(
        arguments("https://shop.example", "https://shop.example/"),
        arguments("https://shop.example/a/b.c?d=%20e&f#g", "https://shop.example/a/b.c?d=%20e&f#g"),
        arguments("https://shop.example:8443/a", "https://shop.example:8443/a"),
        arguments("HTTPS://Shop.Example/A", "https://shop.example/A"),
        arguments("  https://shop.example/a \n", "https://shop.example/a"),
        arguments("ht\ttps://shop\n.example/a", "https://shop.example/a"),
        arguments("https:\\\\shop.example\\a\\b", "https://shop.example/a/b"),
        arguments("https:shop.example/a", "https://shop.example/a"),
        arguments("https:////shop.example/a", "https://shop.example/a"),
        arguments("https://shop.example:443/", "https://shop.example/"),
        arguments("http://shop.example:80/", "http://shop.example/"),
        arguments("http://shop.example:443/", "http://shop.example:443/"),
        arguments("https://shop.example:08443/", "https://shop.example:8443/"),
        arguments("https://shop.example:/", "https://shop.example/"),
        arguments("https://shop.example:65535/", "https://shop.example:65535/"),
        arguments("https://shop.example:65536/", null),
        arguments("https://shop.example:99999999999/", null),
        arguments("https://shop.example:8x/", null),
        arguments("https://shop.example:-1/", null),
        arguments("https://shop.example/a/../b/./c", "https://shop.example/b/c"),
        arguments("https://shop.example/a/%2e%2E/b/%2e", "https://shop.example/b/"),
        arguments("https://shop.example/../..", "https://shop.example/"),
        arguments("https://shop.example/a/..", "https://shop.example/"),
        arguments("https://shop.example/a/...", "https://shop.example/a/..."),
        arguments("https://shop.example//two//x/", "https://shop.example//two//x/"),
        arguments(
            "https://shop.example/a b\"<>`{}|~", "https://shop.example/a%20b%22%3C%3E%60%7B%7D|~"),
        arguments(
            "https://shop.example/ü/日/😀", "https://shop.example/%C3%BC/%E6%97%A5/%F0%9F%98%80"),
        arguments("https://shop.example/%zz%2", "https://shop.example/%zz%2"),
        arguments("https://shop.example/a%2Fb", "https://shop.example/a%2Fb"),
        arguments("https://shop.example/\ud800x", "https://shop.example/%EF%BF%BDx"),
        arguments(
            "https://shop.example/?a'b\"<>`{}|^~", "https://shop.example/?a%27b%22%3C%3E`{}|^~"),
        arguments("https://shop.example/?ü=1#ü `", "https://shop.example/?%C3%BC=1#%C3%BC%20%60"),
        arguments("https://shop.example/?a='#b", "https://shop.example/?a=%27#b"),
        arguments("https://shop.example/?a='b", "https://shop.example/?a=%27b"),
        arguments("https://shop.example/?", "https://shop.example/?"),
        arguments("https://shop.example/#", "https://shop.example/#"),
        arguments("https://shop.example?a=b", "https://shop.example/?a=b"),
        arguments("https://shop.example#x?y", "https://shop.example/#x?y"),
        arguments("https://shop.example/#a?b#c", "https://shop.example/#a?b#c"),
        arguments("https://user:p@ss:w@shop.example/", "https://user:p%40ss%3Aw@shop.example/"),
        arguments("https://user@shop.example/", "https://user@shop.example/"),
        arguments("https://user:@shop.example/", "https://user@shop.example/"),
        arguments("https://:pw@shop.example/", "https://:pw@shop.example/"),
        arguments("https://@shop.example/", "https://shop.example/"),
        arguments("https://:@shop.example/", "https://shop.example/"),
        arguments("https://u;=|:é@shop.example/", "https://u%3B%3D%7C:%C3%A9@shop.example/"),
        arguments("https://u:p@/", null),
        arguments("", null),
        arguments("shop.example", null),
        arguments("/path", null),
        arguments("//shop.example", null),
        arguments("https://", null),
        arguments("https:///", null),
        arguments("https://?x", null),
        arguments("https://:443/", null),
        arguments("https:://shop.example", null),
        arguments("1http://a", null),
        arguments("http", null),
        arguments("ws://a:80/", "ws://a/"),
        arguments("wss://a:443/x", "wss://a/x"),
        arguments("ftp://a:21/", "ftp://a/"),
        arguments("ws://a:81/", "ws://a:81/"),
        arguments("javascript:alert(1)", "javascript:alert(1)"),
        arguments("mailto:a@b?subject=x y#z", "mailto:a@b?subject=x%20y#z"),
        arguments("JavaScript:%0a'\"<é", "javascript:%0a'\"<%C3%A9"));
  }

  @ParameterizedTest
  @MethodSource("relative")
  void relativeUrlIsResolvedAsABrowserDoes(String input, String base, @Nullable String href) {
    WebUrl url = WebUrl.parse(input, url(base));

    assertThat(url == null ? null : url.href()).isEqualTo(href);
    if (url != null) {
      assertThat(parts(url)).isEqualTo(parts(url(url.href())));
    }
  }

  static Stream<Arguments> relative() {
    return Stream.of(
        arguments("/path?q=1", "https://shop.example", "https://shop.example/path?q=1"),
        arguments("//two/x", "https://shop.example", "https://two/x"),
        arguments("\\\\two\\x", "https://shop.example", "https://two/x"),
        arguments("////four", "https://shop.example", "https://four/"),
        arguments("x", "https://shop.example/a/b?q#f", "https://shop.example/a/x"),
        arguments("../x", "https://shop.example/a/b/c", "https://shop.example/a/x"),
        arguments("../../../x", "https://shop.example/a/b", "https://shop.example/x"),
        arguments("?q", "https://shop.example/a/b?p#f", "https://shop.example/a/b?q"),
        arguments("#g", "https://shop.example/a/b?p#f", "https://shop.example/a/b?p#g"),
        arguments("", "https://shop.example/a/b?p#f", "https://shop.example/a/b?p"),
        arguments(".", "https://shop.example/a/b", "https://shop.example/a/"),
        arguments("..", "https://shop.example/a/b", "https://shop.example/"),
        arguments("https:x", "https://shop.example/a/b", "https://shop.example/a/x"),
        arguments("http:x", "https://shop.example/a/b", "http://x/"),
        arguments("https:/x", "https://shop.example/a/b", "https://shop.example/x"),
        arguments("v1/x", "https://shop.example/__clerk/", "https://shop.example/__clerk/v1/x"),
        arguments("v1/x", "https://shop.example/__clerk", "https://shop.example/v1/x"),
        arguments(
            "/x?y#z", "https://u:p@shop.example:8443/a", "https://u:p@shop.example:8443/x?y#z"),
        arguments("javascript:alert(1)", "https://shop.example/", "javascript:alert(1)"),
        arguments("http://other.example/", "https://shop.example/", "http://other.example/"),
        arguments("/x", "mailto:a@b", null),
        arguments("#x", "mailto:a@b", "mailto:a@b#x"),
        arguments("http://[", "https://shop.example", null),
        arguments("//", "https://shop.example/", null),
        arguments("C|/x", "https://shop.example/a/", "https://shop.example/a/C|/x"));
  }

  @Test
  void partsAreThoseOfJavaScript() {
    assertThat(parts(url("https://us%40er:p:w@Shop.example:8443/a/b?c=d&e#f?g")))
        .isEqualTo(
            "https|us%40er|p%3Aw|shop.example|shop.example:8443|8443|https://shop.example:8443"
                + "|/a/b|?c=d&e|#f?g");
    assertThat(parts(url("http://[::1]:80"))).isEqualTo("http|||[::1]|[::1]|-1|http://[::1]|/||");
    assertThat(parts(url("https://:pw@shop.example/?#")))
        .isEqualTo("https||pw|shop.example|shop.example|-1|https://shop.example|/||");
    assertThat(parts(url("javascript:alert(1)?a#b")))
        .isEqualTo("javascript|||||-1|null|alert(1)|?a|#b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/a/b?c=d#e",
        "http://localhost:3000////four",
        "https://shop.example:8443/?q='",
        "https://1.2.3.4/",
        "https://xn--bcher-kva.example./a%2Fb/%41"
      })
  void everyHrefIsAFixedPoint(String input) {
    WebUrl once = url(input);

    assertThat(url(once.href())).isEqualTo(once).hasSameHashCodeAs(once);
    assertThat(parts(url(once.href()))).isEqualTo(parts(once));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a:65536/",
        "ws://a:99999/x",
        "app://a:65536",
        "app://user:1@a:65536/x",
        "app://a:65536?x",
        "app://a:8x/",
        "app://[::1]:65536/"
      })
  @DisplayName("P9 a port beyond 65535 is none, whatever the scheme")
  void portBeyondTheLast(String input) {
    assertThat(WebUrl.parse(input)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app://a:65535/",
        "app://a:/x:99999",
        "app://a/x:99999",
        "app://[::99999]/",
        "app://u:99999@a/",
        "app:a:99999"
      })
  void numberThatIsNoPortIsKept(String input) {
    assertThat(url(input).href()).isEqualTo(input);
  }

  @ParameterizedTest
  @CsvSource({
    "blob:https://shop.example:8443/0b1c, https://shop.example:8443",
    "blob:http://shop.example:80/0b1c, http://shop.example",
    "blob:ftp://shop.example/0b1c, null",
    "blob:httpx://shop.example/0b1c, null",
    "blob:blob:https://shop.example/0b1c, null",
    "blob:0b1c, null",
    "data:https://shop.example/, null"
  })
  void originOfABlobIsThatOfThePageThatMadeIt(String input, String origin) {
    WebUrl url = url(input);

    assertThat(url.origin()).isEqualTo(origin);
    assertThat(url.hasOriginOf(url)).isEqualTo(!origin.equals("null"));
    assertThat(url.hasOriginOf(url("https://shop.example:8443/")))
        .isEqualTo(origin.endsWith(":8443"));
    assertThat(url.host()).isEmpty();
  }

  @Test
  void toStringTellsNothingThatMayHoldAToken() {
    assertThat(url("https://user:secret@shop.example/a?__clerk_handshake=token#token"))
        .hasToString("https://shop.example/a");
    assertThat(url("mailto:somebody@shop.example")).hasToString("mailto:");
  }

  @Test
  @DisplayName("H8 a host of 10 KB, with or without a port and user, does not throw")
  void longHost() {
    assertThat(url("https://" + "a".repeat(10_240) + "/").host()).hasSize(10_240);
    assertThat(WebUrl.parse("https://" + "[".repeat(10_240))).isNull();
    assertThat(WebUrl.parse("https://" + "1.".repeat(5_120))).isNull();
    assertThat(WebUrl.parse("https://" + "@".repeat(10_240))).isNull();
    assertThat(WebUrl.parse("https://" + ":".repeat(10_240))).isNull();
    assertThat(WebUrl.parse("https://" + "ü".repeat(10_240))).isNull();
  }

  private static WebUrl url(String text) {
    return requireNonNull(WebUrl.parse(text), text);
  }

  private static String parts(WebUrl url) {
    return String.join(
        "|",
        url.scheme(),
        url.username(),
        url.password(),
        url.host(),
        url.hostAndPort(),
        String.valueOf(url.port()),
        url.origin(),
        url.pathname(),
        url.search(),
        url.hash());
  }
}
