package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A request that another site had a browser send")
class ForeignOriginTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("S14 with cookies and an unsafe method counts as signed out")
  void unsafe(TestServer server) {
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "BREW")) {
      for (String origin :
          List.of(
              "https://evil.example",
              "https://sub.app.example",
              "http://app.example:8080",
              "http://app.example.evil.example",
              "null",
              "garbage")) {
        Answer answer = from(EdgeServers.open(server).send(method, "/who"), origin);
        assertThat(answer.body()).as(method + " " + origin).startsWith("user=nobody");
        assertThat(answer.all("x-clerk-auth-reason")).containsExactly("foreign-origin");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S14 a WebSocket handshake counts as signed out")
  void webSocket(TestServer server) {
    Wire upgrade = EdgeServers.open(server).get("/who").upgradingTo("WebSocket");
    assertThat(from(upgrade, "https://evil.example").body()).startsWith("user=nobody");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S14 is refused on a protected path, and not sent to sign in")
  void protectedPath(TestServer server) {
    Answer answer =
        from(EdgeServers.guarded(server).send("POST", "/account"), "https://evil.example");
    assertThat(answer.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S14 leaves this host, its https twin, authorised parties, GET and bearers alone")
  void friends(TestServer server) {
    RunningServer open =
        EdgeServers.with(server, "", Map.of("clerk.authorizedParties", "https://friend.example"));
    for (String origin :
        List.of("http://app.example", "https://app.example", "https://friend.example")) {
      assertThat(from(open.send("POST", "/who"), origin).body()).startsWith("user=user_1");
    }
    assertThat(open.send("POST", "/who").with("Test-State", "signed-in").send().body())
        .startsWith("user=user_1");
    assertThat(from(open.get("/who"), "https://evil.example").body()).startsWith("user=user_1");
    Wire bearer = open.send("POST", "/who").with("Authorization", "Bearer abc");
    assertThat(from(bearer, "https://evil.example").body()).startsWith("user=user_1");
    Wire basic = open.send("POST", "/who").with("Authorization", "Basic abc");
    assertThat(from(basic, "https://evil.example").body()).startsWith("user=nobody");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S14 behind a proxy this host is what the browser sees")
  void forwarded(TestServer server) {
    Wire wire = EdgeServers.open(server).send("POST", "/who").host("internal:8080");
    wire.with("X-Forwarded-Host", "app.example").with("X-Forwarded-Proto", "https");
    assertThat(from(wire, "https://app.example").body()).startsWith("user=user_1");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S14 a CORS preflight passes as nobody's, unjudged and undecided")
  void preflight(TestServer server) {
    Answer answer =
        EdgeServers.guarded(server)
            .send("OPTIONS", "/account/x")
            .with("Origin", "https://evil.example")
            .with("Access-Control-Request-Method", "POST")
            .with("Test-State", "fault")
            .send();
    assertThat(answer.status()).isNotIn(401, 403, 500);
    Answer plain = EdgeServers.guarded(server).send("OPTIONS", "/account/x").send();
    assertThat(plain.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 of a page that isn't open a preflight runs nothing, and learns nothing of it")
  void preflightOfAGuardedPage(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    for (String closed :
        List.of("/admin/x", "/forward-to-admin", "/async-thread", "/async", "/own-headers")) {
      Answer answer = preflight(guarded, closed);
      assertThat(answer.status()).as(closed).isEqualTo(204);
      assertThat(answer.body()).as(closed).isEmpty();
      assertThat(answer.all("Access-Control-Allow-Origin")).as(closed).isEmpty();
    }
    assertThat(preflight(guarded, "/who").body()).startsWith("user=nobody");
    assertThat(preflight(EdgeServers.open(server), "/admin/x").body()).startsWith("user=nobody");
  }

  private static Answer preflight(RunningServer running, String path) {
    return running
        .send("OPTIONS", path)
        .with("Origin", "https://evil.example")
        .with("Access-Control-Request-Method", "POST")
        .send();
  }

  private static Answer from(Wire wire, String origin) {
    return wire.with("Test-State", "signed-in").with("Origin", origin).send();
  }
}
