package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.log.LogLines;
import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A request of another site, as browsers say it")
class CrossSiteTest {

  private static final String EVIL = "https://evil.example";
  private static final String FILTER_LOG = "io.github.clerkjakarta.internal.servlet.FilterLog";

  @ParameterizedTest
  @EnumSource
  @DisplayName("S21 passes as same-origin though a proxy renamed the host, and not as cross-site")
  void site(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    Wire renamed =
        open.send("POST", "/who").host("internal:8080").with("Origin", "https://app.example");
    assertThat(signedIn(renamed.with("Sec-Fetch-Site", "same-origin")).body())
        .startsWith("user=user_1");
    Wire unnamed =
        open.send("POST", "/who").host("internal:8080").with("Origin", "https://app.example");
    assertThat(signedIn(unnamed).body()).startsWith("user=nobody");
    Answer crossSite = signedIn(open.send("POST", "/who").with("Sec-Fetch-Site", "cross-site"));
    assertThat(crossSite.body()).startsWith("user=nobody principal= remote=null");
    assertThat(crossSite.all("x-clerk-auth-reason")).containsExactly("foreign-origin");
    Wire bearer = open.send("POST", "/who").with("Authorization", "Bearer abc");
    assertThat(signedIn(bearer.with("Sec-Fetch-Site", "cross-site")).body())
        .startsWith("user=user_1");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S21 is signed out where it opens a WebSocket among other protocols")
  void webSocket(TestServer server) {
    for (String upgrade : List.of("websocket", "h2c, websocket", "foo/2,WebSocket")) {
      Wire wire = EdgeServers.open(server).get("/who").upgradingTo(upgrade);
      assertThat(signedIn(wire.with("Origin", EVIL)).body()).as(upgrade).startsWith("user=nobody");
      Wire site = EdgeServers.open(server).get("/who").upgradingTo(upgrade);
      assertThat(signedIn(site.with("Sec-Fetch-Site", "cross-site")).body())
          .as(upgrade)
          .startsWith("user=nobody");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S21 is told in development, and in the log, which origins they are and what to set")
  void told(TestServer server) {
    TestWar war =
        TestWar.ofEdge(Map.of("clerk.rules", "/account/** = signed-in", "test.errorPages", "none"));
    try (LogLines log = LogLines.of(FILTER_LOG);
        RunningServer running = server.deploy(war.unpacked(), "")) {
      Wire development =
          running
              .send("POST", "/account/x")
              .with("Origin", EVIL)
              .with("Test-Key", ScriptedAuthenticator.DEVELOPMENT);
      Answer page = signedIn(development);
      assertThat(page.status()).isEqualTo(401);
      assertThat(page.body().replace("&#47;", "/"))
          .contains(EVIL, "http://app.example", "clerk.authorizedParties", "clerk.publicUrl");
      Answer production = signedIn(running.send("POST", "/account/x").with("Origin", EVIL));
      assertThat(production.status()).isEqualTo(401);
      assertThat(production.body()).doesNotContain("evil", "clerk.authorizedParties");
      Answer api =
          signedIn(
              running
                  .send("POST", "/account/x")
                  .with("Origin", EVIL)
                  .with("Accept", "application/json")
                  .with("Test-Key", ScriptedAuthenticator.DEVELOPMENT));
      assertThat(api.body()).contains("foreign-origin", EVIL, "clerk.authorizedParties");
      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().get(0))
          .contains("foreign-origin", EVIL, "http://app.example", "clerk.authorizedParties");
    }
  }

  private static Answer signedIn(Wire wire) {
    return wire.with("Test-State", "signed-in").send();
  }
}
