package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.log.LogLines;
import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testing.Instances;
import io.github.clerkjakarta.testing.SigningKey;
import io.github.clerkjakarta.testing.Token;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The log of a server that refuses requests")
class RefusalsInTheLogTest {

  private static final String LOG = "io.github.clerkjakarta.internal.servlet.RefusalLog";
  private static final long FUTURE = 4_102_444_800L;

  @ParameterizedTest
  @EnumSource
  @DisplayName("L7 has a line at DEBUG for each, and one a minute that says what to set")
  void everyRefusal(TestServer server) {
    try (RunningServer running = production(server, Map.of())) {
      assertTold("token-invalid-signature", "CLERK_JWT_KEY", bearer(running, forged()));
      assertTold(
          "token-type-mismatch", "getToken() without a template", cookie(running, template()));
      assertTold("403", "lacks what a rule", () -> cookie(running, "/admin", good()));
    }
    Map<String, String> rules = Map.of("clerk.rules", "/** = signed-in");
    try (RunningServer running = server.deploy(TestWar.ofEdge(rules).unpacked(), "")) {
      Supplier<Answer> strange =
          () -> running.get("/x").with("Test-State", "jwk-kid-mismatch").send();
      assertTold("jwk-kid-mismatch", "CLERK_SECRET_KEY", strange);
      Supplier<Answer> opaque = () -> running.get("/x").with("Test-State", "token-invalid").send();
      assertTold("token-invalid", "isn't a valid one", opaque);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "L7 tells of a token that counts for nothing on an open page, and not of its absence")
  void openPage(TestServer server) {
    try (RunningServer running = production(server, Map.of());
        LogLines log = LogLines.of(LOG)) {
      running.get("/open").send();
      running.get("/open").with("Cookie", "a=b").asDocument().send();
      assertThat(log.lines()).isEmpty();
      running.get("/open").with("Authorization", "Bearer " + forged()).send();
      assertThat(log.lines()).hasSize(2);
      assertThat(log.lines().get(1)).startsWith("INFO Clerk: a request counts as nobody's");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "J32 names the setting for a token without azp, whose trips end on a page that explains")
  void withoutAuthorizedParty(TestServer server) {
    Map<String, String> parties = Map.of("clerk.authorizedParties", "https://shop.example");
    try (RunningServer running = production(server, parties);
        LogLines log = LogLines.of(LOG)) {
      String cookies = "__client_uat=1; __session=" + good();
      Answer answer = page(running, cookies);
      for (int trip = 0; trip < 3; trip++) {
        assertThat(answer.status()).isEqualTo(302);
        answer = page(running, cookies + "; " + answer.first("Set-Cookie").get().split(";")[0]);
      }
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body())
          .contains("You are signed in, but by a session token", "for which site it is");
      assertThat(answer.all("x-clerk-auth-reason"))
          .containsExactly("token-invalid-authorized-parties");
      List<String> warnings =
          log.lines().stream().filter(line -> line.startsWith("WARNING")).toList();
      assertThat(warnings).hasSize(1);
      assertThat(warnings.get(0))
          .contains("has no claim azp", "clerk.authorizedParties (CLERK_AUTHORIZED_PARTIES)");
      // Another origin's is another matter, and signing in again doesn't help.
      String other =
          Token.of("user_1").claim("exp", FUTURE).claim("azp", "https://x.example").text();
      assertThat(page(running, "__client_uat=1; __session=" + other).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L7 says that the browser withholds cookies where a row of trips to sign in ends")
  void withheldCookies(TestServer server) {
    try (RunningServer running = production(server, Map.of());
        LogLines log = LogLines.of(LOG)) {
      Answer answer = page(running, "a=b");
      for (int trip = 0; trip < 3; trip++) {
        assertThat(answer.status()).isEqualTo(302);
        answer = page(running, answer.first("Set-Cookie").get().split(";")[0]);
      }
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).contains("Allow cookies for this site");
      assertThat(log.lines()).last().asString().startsWith("WARNING").contains("withholds cookies");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L7 a flood of ended redirects and useless answers writes few lines, by any door")
  void floods(TestServer server) {
    String expired = Token.of("user_1").claim("exp", 1L).text();
    String session = "__client_uat=1; __session=" + expired;
    String answer = Token.valid().claim("exp", FUTURE).forgedBy(SigningKey.TWO).text();
    Map<String, String> https = Map.of("clerk.publicUrl", "https://shop.example");
    for (Map<String, String> address : List.of(Map.<String, String>of(), https)) {
      try (RunningServer running = production(server, address)) {
        for (String path : List.of("/open", "/account")) {
          for (Supplier<Wire> request :
              List.<Supplier<Wire>>of(
                  () -> page(running, path, session + "; __clerk_redirect_count=3"),
                  () -> page(running, path, session + "; __Host-clerk_redirect_count=3"),
                  () -> page(running, path + "?__clerk_handshake=x", "a=b"),
                  () -> page(running, path + "?__clerk_handshake=" + answer, "a=b"),
                  () -> page(running, path, "__clerk_handshake=x"),
                  () -> page(running, path + "?__clerk_handshake_nonce=x", "a=b"))) {
            try (LogLines log = LogLines.of("io.github.clerkjakarta")) {
              for (int i = 0; i < 20; i++) {
                assertThat(request.get().send().status()).isLessThan(500);
              }
              assertThat(log.lines().stream().filter(line -> !line.startsWith("FINE")).toList())
                  .hasSizeLessThan(4);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L7 a flood of a thousand writes as little")
  void thousand(TestServer server) {
    String session = "__client_uat=1; __session=" + Token.of("user_1").claim("exp", 1L).text();
    try (RunningServer running = production(server, Map.of())) {
      for (Supplier<Wire> request :
          List.<Supplier<Wire>>of(
              () -> page(running, "/account", session + "; __clerk_redirect_count=3"),
              () -> page(running, "/account?__clerk_handshake=x", "a=b"),
              () -> page(running, "/account", "__clerk_handshake=x"))) {
        try (LogLines log = LogLines.of("io.github.clerkjakarta")) {
          for (int i = 0; i < 1_000; i++) {
            assertThat(request.get().send().status()).isLessThan(500);
          }
          assertThat(log.lines()).hasSizeGreaterThan(999);
          assertThat(log.lines().stream().filter(line -> !line.startsWith("FINE")).toList())
              .hasSizeLessThan(4);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L7 has a line at DEBUG for each request of a foreign origin, on open pages as well")
  void foreignOrigin(TestServer server) {
    try (RunningServer running = production(server, Map.of());
        LogLines log = LogLines.of("io.github.clerkjakarta.internal.servlet")) {
      for (int i = 0; i < 5; i++) {
        for (String path : List.of("/open", "/account")) {
          running
              .send("POST", path)
              .with("Cookie", "__client_uat=1; __session=" + good())
              .with("Origin", "https://evil.example")
              .send();
        }
      }
      assertThat(log.lines().stream().filter(line -> line.startsWith("FINE")).toList())
          .hasSize(10)
          .allSatisfy(line -> assertThat(line).contains("foreign-origin", "https://evil.example"));
      assertThat(log.lines().stream().filter(line -> !line.startsWith("FINE")).toList())
          .singleElement()
          .asString()
          .contains("foreign-origin", "clerk.authorizedParties (CLERK_AUTHORIZED_PARTIES)");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L7 refusals whose response has been sent before are one line a minute, too")
  void lateRefusals(TestServer server) {
    try (RunningServer running = server.deploy(TestWar.ofEdge(Map.of()).unpacked(), "");
        LogLines log = LogLines.of("io.github.clerkjakarta")) {
      for (int i = 0; i < 20; i++) {
        assertThat(running.get("/sends-late-to-sign-in").send().body()).isEqualTo("half a page");
      }
      assertThat(log.lines().stream().filter(line -> !line.startsWith("FINE")).toList())
          .singleElement()
          .asString()
          .contains("had been sent before");
    }
  }

  private static void assertTold(String reason, String cure, Supplier<Answer> request) {
    try (LogLines log = LogLines.of(LOG)) {
      for (int i = 0; i < 5; i++) {
        assertThat(request.get().status()).isIn(302, 401, 403, 503);
      }
      assertThat(log.lines().stream().filter(line -> line.startsWith("FINE"))).hasSize(5);
      assertThat(log.lines().stream().filter(line -> !line.startsWith("FINE")).toList())
          .hasSize(1)
          .allSatisfy(line -> assertThat(line).contains(reason).contains(cure));
      assertThat(log.lines()).allSatisfy(line -> assertThat(line).doesNotContain("eyJ", "secret"));
    }
  }

  private static Answer page(RunningServer running, String cookies) {
    return page(running, "/account", cookies).send();
  }

  private static Wire page(RunningServer running, String target, String cookies) {
    return running.get(target).with("Cookie", cookies).asDocument();
  }

  private static Supplier<Answer> bearer(RunningServer running, String token) {
    return () -> running.get("/account").with("Authorization", "Bearer " + token).send();
  }

  private static Supplier<Answer> cookie(RunningServer running, String token) {
    return () -> cookie(running, "/account", token);
  }

  private static Answer cookie(RunningServer running, String path, String token) {
    return running.get(path).with("Cookie", "__client_uat=1; __session=" + token).send();
  }

  private static String good() {
    return Token.of("user_1").claim("exp", FUTURE).text();
  }

  private static String forged() {
    return Token.of("user_1").claim("exp", FUTURE).forgedBy(SigningKey.TWO).text();
  }

  private static String template() {
    return Token.of("user_1").claim("exp", FUTURE).header("cat", "cl_B7d4PD222AAA").text();
  }

  private static RunningServer production(TestServer server, Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>(more);
    settings.put("clerk.publishableKey", Instances.LIVE_KEY);
    settings.put("clerk.secretKey", "sk_live_abcdefghijklmnopqrstuvwxyz");
    settings.put("clerk.jwtKey", SigningKey.ONE.pem());
    settings.put("clerk.apiUrl", "http://127.0.0.1:9");
    settings.put("clerk.rules", "/open = public; /admin = role org:admin; /** = signed-in");
    return server.deploy(
        new TestWar()
            .filter(ClerkFilter.class, settings)
            .servlet(WhoServlet.class, "/*")
            .unpacked(),
        "");
  }
}
