package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.Person;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A WebSocket on a path that rules protect")
class WebSocketTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  private static final String EVIL = "https://evil.example";

  /** How a client may say that it opens a WebSocket (RFC 9110, sections 7.6.1 and 7.8). */
  private static final List<UnaryOperator<Wire>> HANDSHAKES =
      List.of(
          wire -> wire.openingWebSocket("Upgrade").with("Upgrade", "websocket"),
          wire -> wire.openingWebSocket("keep-alive, Upgrade").with("upgrade", "WebSocket"),
          wire -> wire.openingWebSocket("upgrade").with("Upgrade", "h2c, websocket"),
          wire -> wire.openingWebSocket("upgrade").with("Upgrade", "websocket, h2c"),
          wire ->
              wire.openingWebSocket("Upgrade").with("Upgrade", "h2c").with("Upgrade", "websocket"),
          wire ->
              wire.openingWebSocket("Upgrade").with("Upgrade", "websocket").with("Upgrade", "h2c"));

  @ParameterizedTest
  @EnumSource
  @DisplayName("D19 opens for whom the rules let in, whoever registered the filter")
  void opensForWhomTheRulesLetIn(TestServer server) {
    judged(server, war());
    judged(server, war().filter(ClerkFilter.class, Map.of()));
    judged(server, war().classFile(SubclassFilter.class));
    judged(server, war().listener(EarlyListener.class));
    judged(server, war().filter(ClerkFilter.class, Map.of()).listener(LateListener.class));
  }

  @Test
  @DisplayName("D19 opens on Jetty for whom the rules let in, behind all other filters even")
  void behindAllOthers() {
    judged(TestServer.JETTY_12, war().listener(LateListener.class));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D19 is judged however a client says that it opens one")
  void howeverAsked(TestServer server) {
    try (RunningServer running = server.deploy(war().unpacked(), "")) {
      for (UnaryOperator<Wire> handshake : HANDSHAKES) {
        assertThat(handshake.apply(running.get("/admin/ws")).send().status()).isEqualTo(401);
        Wire foreign = handshake.apply(cookies(ADA, running)).with("Origin", EVIL);
        assertThat(foreign.send().all("x-clerk-auth-reason")).containsExactly("foreign-origin");
      }
    }
  }

  private static void judged(TestServer server, TestWar war) {
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      assertThat(opening(running.get("/admin/ws")).send().status()).isEqualTo(401);
      assertThat(opening(cookies(BEN, running)).send().status()).isEqualTo(403);
      Answer foreign = opening(cookies(ADA, running)).with("Origin", EVIL).send();
      assertThat(foreign.status()).isEqualTo(401);
      assertThat(foreign.body()).doesNotContain("user_ada");

      String own = "http://localhost:" + running.port();
      Answer opened = opening(cookies(ADA, running)).with("Origin", own).send();
      assertThat(opened.status()).isEqualTo(101);
      assertThat(opened.all("X-Opened-By")).containsExactly("user_ada");
      String bearer = "Bearer " + clerk().session(ADA).organization(ACME).token();
      Wire program = running.get("/admin/ws").with("Authorization", bearer);
      assertThat(opening(program).send().status()).isEqualTo(101);
    }
  }

  private static Wire cookies(Person person, RunningServer running) {
    return running
        .get("/admin/ws")
        .host("localhost:" + running.port())
        .with("Cookie", clerk().session(person).organization(ACME).cookieHeader());
  }

  private static Wire opening(Wire wire) {
    return HANDSHAKES.get(0).apply(wire);
  }

  private static TestWar war() {
    return TestWar.of(clerk())
        .contextParam("clerk.rules", "/admin/** = role org:admin")
        .classFile(AdminSocket.class)
        .classFile(AdminSocket.Caller.class);
  }

  private static LocalClerk clerk() {
    return CLERK.clerk();
  }
}
