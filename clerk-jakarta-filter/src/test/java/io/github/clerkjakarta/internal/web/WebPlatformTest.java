package io.github.clerkjakarta.internal.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The URL tests that the web platform holds browsers to, copied unchanged into {@code wpt} among
 * the test resources.
 *
 * @see <a href="https://github.com/web-platform-tests/wpt/tree/master/url">web-platform-tests</a>
 */
class WebPlatformTest {

  private static final Set<String> SPECIAL = Set.of("http", "https", "ws", "wss", "ftp");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");
  private static final Pattern DROPPED = Pattern.compile("[\\x00-\\x20]");
  private static final Pattern DELIMITER = Pattern.compile("[:/?#\\\\]");

  /**
   * Hosts that browsers know and the JDK's IDNA 2003 doesn't, which are refused: with sharp s,
   * final sigma or a joiner, with a character that it forbids or whose small letter it doesn't
   * know, or with a label of more than 63 characters. docs/differences.md says so.
   */
  private static final Pattern BEYOND_IDNA_2003 =
      Pattern.compile(
          "[\\u00DF\\u1E9E\\u03C2\\u200C\\u200D\\u180E\\u206B\\u04C0\\u2183]|\\w{62}\\u2020");

  @ParameterizedTest
  @MethodSource("urls")
  @DisplayName("a URL is read as browsers read it")
  void url(UrlCase test) {
    WebUrl url = test.parsed();

    assertThat(url == null ? null : parts(url)).isEqualTo(test.parts());
    if (url != null) {
      assertThat(parts(requireNonNull(WebUrl.parse(url.href())))).isEqualTo(test.parts());
      assertThat(url.origin()).isEqualTo(test.text("origin", url.origin()));
    }
  }

  static Stream<UrlCase> urls() {
    return allUrls().filter(UrlCase::isMeant).filter(test -> !test.isBeyondIdna2003());
  }

  @Test
  @DisplayName("a URL whose host only browsers know is refused")
  void urlsBeyondIdna2003() {
    List<UrlCase> beyond =
        allUrls().filter(UrlCase::isMeant).filter(UrlCase::isBeyondIdna2003).toList();

    assertThat(beyond).extracting(UrlCase::input).containsExactly("https://fa\u00DF.ExAmPlE/");
    assertThat(beyond).extracting(UrlCase::parsed).containsOnlyNulls();
  }

  @Test
  @DisplayName("most of the tests are meant for this parser, and none makes it throw")
  void count() {
    assertThat(urls()).hasSize(570);
    allUrls().forEach(UrlCase::parsed);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  @DisplayName("a host in any letters becomes the one that browsers go to, or is refused")
  void host(String input, @Nullable String host) {
    String written =
        DELIMITER.matcher(input).replaceAll(c -> "%%%02X".formatted((int) c.group().charAt(0)));
    boolean beyond = BEYOND_IDNA_2003.matcher(input).find();
    for (String scheme : SPECIAL) {
      WebUrl url = WebUrl.parse(scheme + "://" + written + "/x");

      assertThat(url == null ? null : url.host()).isEqualTo(beyond ? null : host);
      assertThat(url == null ? "/x" : url.pathname()).isEqualTo("/x");
    }
  }

  static Stream<Object[]> hosts() {
    return cases("toascii").map(test -> new Object[] {test.get("input"), test.get("output")});
  }

  @ParameterizedTest
  @MethodSource("encodings")
  @DisplayName("characters in a query and a fragment are encoded as browsers encode them")
  void percentEncoding(String input, String encoded) {
    WebUrl url = WebUrl.parse("https://doesnotmatter.invalid/?" + input + "#" + input);

    assertThat(requireNonNull(url).search()).isEqualTo("?" + encoded);
    assertThat(url.hash()).isEqualTo("#" + encoded);
  }

  static Stream<Object[]> encodings() {
    return cases("percent-encoding")
        .map(
            test ->
                new Object[] {test.get("input"), ((Map<?, ?>) test.get("output")).get("utf-8")});
  }

  private static Stream<UrlCase> allUrls() {
    return cases("urltestdata").map(UrlCase::new);
  }

  private static Stream<Map<?, ?>> cases(String name) {
    String file = "/wpt/" + name + ".json";
    try (InputStream json = requireNonNull(WebPlatformTest.class.getResourceAsStream(file))) {
      // What is a plain string is a comment.
      return ((List<?>) requireNonNull(JsonValues.read(json.readAllBytes())))
          .stream().filter(Map.class::isInstance).map(test -> (Map<?, ?>) test);
    } catch (IOException | JsonSyntaxException e) {
      throw new AssertionError(file, e);
    }
  }

  private static Map<String, String> parts(WebUrl url) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("href", url.href());
    parts.put("protocol", url.scheme() + ":");
    parts.put("username", url.username());
    parts.put("password", url.password());
    parts.put("host", url.hostAndPort());
    parts.put("hostname", url.host());
    parts.put("port", url.port() < 0 ? "" : String.valueOf(url.port()));
    parts.put("pathname", url.pathname());
    parts.put("search", url.search());
    parts.put("hash", url.hash());
    return parts;
  }

  /** One entry of {@code urltestdata.json}. */
  record UrlCase(Map<?, ?> entry) {

    String text(String member, String missing) {
      Object text = entry.get(member);
      return text == null ? missing : (String) text;
    }

    String input() {
      return text("input", "");
    }

    @Nullable WebUrl parsed() {
      WebUrl base = WebUrl.parse(text("base", ""));
      return base == null ? WebUrl.parse(input()) : WebUrl.parse(input(), base);
    }

    /** What browsers make of it; null where they refuse it. */
    @Nullable Map<String, String> parts() {
      if (entry.containsKey("failure")) {
        return null;
      }
      Map<String, String> parts = new LinkedHashMap<>();
      for (String part :
          List.of(
              "href",
              "protocol",
              "username",
              "password",
              "host",
              "hostname",
              "port",
              "pathname",
              "search",
              "hash")) {
        parts.put(part, text(part, ""));
      }
      return parts;
    }

    /**
     * Whether {@link WebUrl} tells this URL's parts apart: one of a special scheme but {@code
     * file}, or of another scheme without a slash behind it. Of the others only a port is looked
     * at.
     */
    boolean isMeant() {
      Matcher absolute = SCHEME.matcher(DROPPED.matcher(input()).replaceAll(""));
      Matcher used = absolute.matches() ? absolute : SCHEME.matcher(text("base", ""));
      if (!used.matches()) {
        return true;
      }
      String scheme = used.group(1).toLowerCase(Locale.ROOT);
      return SPECIAL.contains(scheme)
          || (!scheme.equals("file") && !used.group(2).startsWith("/"))
          || used.group(2).startsWith("//f:999999");
    }

    boolean isBeyondIdna2003() {
      return BEYOND_IDNA_2003.matcher(input()).find();
    }

    @Override
    public String toString() {
      return input() + " at " + text("base", "nothing");
    }
  }
}
