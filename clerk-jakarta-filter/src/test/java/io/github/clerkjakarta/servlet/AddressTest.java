package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testing.Token;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An address that somebody made up")
class AddressTest {

  private static final String HERE = "https://app.example";
  private static final Map<String, String> PUBLIC_URL = Map.of("clerk.publicUrl", HERE);
  private static final String RULES = "/open = public; /** = signed-in";

  private static final List<String> MADE_UP =
      List.of(
          "/.//evil.example/x",
          "/x/..//evil.example/y",
          "/x/../..//evil.example/y",
          "//evil.example/x",
          "///evil.example/x",
          "/%2e//evil.example/x",
          "/%2E%2e//evil.example/x",
          "/%2f/evil.example/x",
          "/%2fevil.example/x",
          "/\\evil.example/x",
          "/\\/evil.example/x",
          "/%5cevil.example/x",
          "/;@evil.example/x",
          "/;a//evil.example/x",
          "/@evil.example/x",
          "/.evil.example/x",
          "/:99999/x",
          "//user@evil.example:443/x",
          "/https://evil.example/x",
          "/x?a=//evil.example",
          "/%09//evil.example/x",
          "http://evil.example/x",
          "*");

  @ParameterizedTest
  @EnumSource
  @DisplayName("P9 leads back to this origin from Clerk, or is refused")
  void handshake(TestServer server) {
    for (String target : MADE_UP) {
      assertComesBack(target, internal(EngineServers.development(server, PUBLIC_URL), target));
      assertComesBack(target, forwarded(EngineServers.development(server, Map.of()), target));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("P9 leads back to this origin from the sign-in page, or is refused")
  void signIn(TestServer server) {
    Map<String, String> rules = Map.of("clerk.rules", RULES);
    Map<String, String> both = Map.of("clerk.rules", RULES, "clerk.publicUrl", HERE);
    for (String target : MADE_UP) {
      assertComesBack(target, internal(EngineServers.production(server, both), target));
      assertComesBack(target, forwarded(EngineServers.production(server, rules), target));
      assertComesBack(target, internal(EngineServers.development(server, both), target));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("P9 is cleaned of Clerk's answer on this origin, or refused")
  void cleaned(TestServer server) {
    String session = Token.of("user_1").claim("exp", 4_102_444_800L).text();
    String answer =
        Token.valid()
            .claim("exp", 4_102_444_800L)
            .claim(
                "handshake", List.of("__session=" + session + "; Path=/", "__client_uat=1; Path=/"))
            .text();
    for (String target : MADE_UP) {
      String returning =
          target + (target.indexOf('?') < 0 ? "?" : "&") + "__clerk_handshake=" + answer;
      assertComesBack(target, internal(EngineServers.development(server, PUBLIC_URL), returning));
      assertComesBack(target, forwarded(EngineServers.development(server, Map.of()), returning));
    }
    Answer plain =
        internal(
                EngineServers.development(server, PUBLIC_URL), "/x?a=b&__clerk_handshake=" + answer)
            .send();
    assertThat(plain.status()).isEqualTo(307);
    assertThat(plain.all("Location")).containsExactly(HERE + "/x?a=b");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("P9 with a port that is none is a 400 on a protected page, and never a 500")
  void port(TestServer server) {
    for (String host : List.of("h:99999", "h:65536", "app.example:4294967376")) {
      Wire wire = EdgeServers.guarded(server).get("/account/x").host(host).asDocument();
      assertThat(wire.send().status()).as(host).isEqualTo(400);
      Wire own =
          EdgeServers.guarded(server)
              .get("/account/x")
              .host(host)
              .asDocument()
              .with("Test-Sign-In", "/in");
      assertThat(own.send().status()).as(host).isEqualTo(400);
      for (RunningServer running :
          List.of(
              EdgeServers.open(server),
              EngineServers.development(server, Map.of()),
              EngineServers.production(server, Map.of("clerk.rules", RULES)))) {
        Answer answer = running.get("/open").host(host).asDocument().send();
        assertThat(answer.status()).as(host).isLessThan(500);
        assertThat(answer.all("Location")).as(host).noneMatch(it -> it.contains("99999"));
      }
    }
    Answer forwarded =
        EdgeServers.guarded(server)
            .get("/account/x")
            .asDocument()
            .with("X-Forwarded-Host", "h:99999")
            .send();
    assertThat(forwarded.status()).isIn(302, 400);
    assertThat(forwarded.all("Location")).noneMatch(it -> it.contains("99999"));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("P9 that is too long to come back to is a 414, on the way to sign in and to Clerk")
  void length(TestServer server) {
    Map<String, String> rules = Map.of("clerk.rules", RULES);
    for (int length : new int[] {1_000, 5_500, 5_800, 6_000, 6_100, 6_500, 7_000}) {
      String target = "/x?" + "a".repeat(length);
      for (Wire wire :
          List.of(
              EdgeServers.guarded(server).get("/account" + target).asDocument(),
              EdgeServers.plain(server).get("/account" + target).asDocument(),
              forwarded(EngineServers.development(server, Map.of()), target),
              forwarded(EngineServers.production(server, rules), target))) {
        assertThat(wire.send().status()).as("" + length).isIn(302, 307, 414);
        assertThat(wire.send().status() == 414).as("" + length).isEqualTo(length > 5_900);
      }
    }
    String doubled = "/account/x?" + "%20".repeat(1_500);
    assertThat(EdgeServers.guarded(server).get(doubled).asDocument().send().status())
        .isEqualTo(414);
    assertThat(EdgeServers.open(server).get("/who?" + "a".repeat(7_000)).send().status())
        .isEqualTo(200);
    String own = "/sign-in-here?" + "a".repeat(7_000);
    assertThat(EdgeServers.open(server).get(own).send().status()).isEqualTo(414);
  }

  private static Wire internal(RunningServer running, String target) {
    return running.get(target).host("internal:8080").asDocument();
  }

  private static Wire forwarded(RunningServer running, String target) {
    return running
        .get(target)
        .host("internal:8080")
        .with("X-Forwarded-Host", "app.example")
        .with("X-Forwarded-Proto", "https")
        .asDocument();
  }

  private static void assertComesBack(String target, Wire wire) {
    Answer answer = wire.send();
    if (answer.status() / 100 == 4) {
      return;
    }
    assertThat(answer.status()).as(target).isIn(302, 307);
    URI location = URI.create(answer.first("Location").orElseThrow());
    assertThat(location.getScheme()).as(target).isEqualTo("https");
    if (location.getHost().equals("app.example")) {
      assertThat(answer.first("Location").orElseThrow()).as(target).startsWith(HERE + "/");
      return;
    }
    assertThat(location.getHost()).as(target).endsWith(".shop.example");
    String query = location.getRawQuery();
    int start = query.indexOf("redirect_url=") + "redirect_url=".length();
    int end = query.indexOf('&', start);
    String back =
        URLDecoder.decode(
            query.substring(start, end < 0 ? query.length() : end), StandardCharsets.UTF_8);
    assertThat(back).as(target).startsWith(HERE + "/");
  }
}
