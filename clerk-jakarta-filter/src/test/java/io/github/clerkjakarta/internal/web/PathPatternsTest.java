package io.github.clerkjakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.clerkjakarta.internal.web.PathPatterns.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What path-to-regexp 6 makes of the same patterns and paths. */
class PathPatternsTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "no match",
      value = {
        "/orgs/:slug, /orgs/acme, slug=acme",
        "/orgs/:slug, /orgs/acme/, slug=acme",
        "/orgs/:slug, /orgs, no match",
        "/orgs/:slug, /orgs/a/b, no match",
        "/ORGS/:slug, /orgs/Acme, slug=Acme",
        "/orgs/:slug/(.*), /orgs/acme/x/y, 0=x/y slug=acme",
        "/orgs/:slug/(.*), /orgs/acme, no match",
        "(.*)/:slug, /a/b/c, 0=/a/b slug=c",
        "/o/:id(org_[a-z]+), /o/org_abc, id=org_abc",
        "/o/:id(org_[a-z]+), /o/acme, no match",
        "/o/:slug?, /o, ''",
        "/o/:slug*, /o/a/b, 'slug=a,b'",
        "/o/:slug+, /o, no match",
        "/o/{team-:slug}?, /o/team-acme, slug=acme",
        "/o/{team-:slug}?, /o/, ''",
        "/o{/:slug}?/end, /o/end, ''",
        "/o\\:x/:slug, /o:x/acme, slug=acme",
        "/o/:slug-:x, /o/a-b-c, slug=a-b x=c",
        "/o/:slug.html, /o/acme.html, slug=acme",
        "/(o|orgs)/:slug, /orgs/acme, 0=orgs slug=acme",
        "/o/:slug.:ext, /o/a.b.c, ext=c slug=a.b",
        "/a.:x, /a.b, x=b",
        "/:a/:b, /x/y, a=x b=y",
        "/o/:slug, /o/a%2Fb, slug=a%2Fb",
        "/o/:slug, /o//a, no match",
        "/{x}?y, /xy, ''",
        "/o/:slug(.*), /o/a/b, slug=a/b",
        "/a{b:c}+, /ab1b2, 'c=1,2'",
      })
  void matchesAsPathToRegexpDoes(String pattern, String path, String parameters) {
    assertThat(written(PathPatterns.of(List.of(pattern)).match(path))).isEqualTo(parameters);
  }

  @Test
  void theFirstPatternThatMatchesCounts() {
    PathPatterns patterns = PathPatterns.of(List.of("/o/:id(org_.+)", "/o/:slug"));

    assertThat(patterns.match("/o/org_1")).containsOnly(entry("id", new Parameter("org_1", false)));
    assertThat(patterns.match("/o/acme")).containsOnly(entry("slug", new Parameter("acme", false)));
  }

  @Test
  void noPatternsMatchEveryPath() {
    assertThat(PathPatterns.of(List.of()).match("/any")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orgs/:slug(",
        "/me/(?x",
        "/a/:",
        "/:a:b",
        "/a/(b(c))",
        "/a{b",
        "/a}",
        "/a/*",
        "/()",
        "/([)",
        "(.*)*",
        "/a\\"
      })
  void namesAPatternThatIsNone(String pattern) {
    assertThatThrownBy(() -> PathPatterns.of(List.of("/fine", pattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + pattern + "\": ");
  }

  @Test
  @DisplayName("R16 odd and very long paths match or don't, in bounded time and without exception")
  void boundedTime() {
    PathPatterns slow = PathPatterns.of(List.of("/:a-:b-:c-:d-:e", "/((?:a+)+b)", "(.*)/(.*)/x"));
    String long_ = "/" + "a-".repeat(20_000) + "/";

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(slow.match(long_)).isNull();
          assertThat(slow.match("/" + "a".repeat(20_000))).isNull();
          assertThat(slow.match("/%2F/../%zz")).isNull();
          assertThat(slow.match("")).isNull();
        });
  }

  @Test
  @DisplayName("R16 a path of more segments than the stack can hold doesn't match")
  void boundedDepth() {
    PathPatterns repeating = PathPatterns.of(List.of("/o/:slug/:rest+"));

    assertThat(repeating.match("/o/acme" + "/a".repeat(100))).containsKey("slug");
    assertThat(repeating.match("/o/acme" + "/a".repeat(100_000))).isNull();
  }

  private static String written(Map<String, Parameter> parameters) {
    return parameters == null
        ? null
        : new TreeMap<>(parameters)
            .entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue().text())
                .collect(Collectors.joining(" "));
  }
}
