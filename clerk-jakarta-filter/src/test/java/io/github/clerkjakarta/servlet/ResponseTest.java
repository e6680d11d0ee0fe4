package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What the filter adds to responses")
class ResponseTest {

  private static final String VARY = "Cookie, Authorization";

  @ParameterizedTest
  @EnumSource
  @DisplayName("D18 a handshake is a 307 without a body; nothing of the application runs")
  void handshake(TestServer server) {
    Answer answer = EdgeServers.open(server).get("/who").with("Test-State", "handshake").send();
    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.all("Location"))
        .containsExactly("https://clerk.app.example/v1/client/handshake?a=b");
    assertThat(answer.all("Cache-Control")).containsExactly("no-store");
    assertThat(answer.all("Vary")).containsExactly(VARY);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C14 every cookie of a handshake and of its answer survives")
  void cookies(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    assertThat(open.get("/who").with("Test-State", "handshake").send().all("Set-Cookie"))
        .containsExactly(
            "__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2; Path=/",
            "__clerk_other=1; Path=/");
    assertThat(
            open.get("/who")
                .with("Test-State", "handshake")
                .with("X-Forwarded-Proto", "https")
                .send()
                .all("Set-Cookie"))
        .first()
        .asString()
        .endsWith("; Path=/; Secure");
    assertThat(open.get("/who").with("Test-State", "healed").send().all("Set-Cookie"))
        .containsExactly("__session=abc; Path=/", "__client_uat=1; Path=/");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R5 the clean address after a development handshake is a 307; nothing else runs")
  void developmentReturn(TestServer server) {
    Answer answer =
        EdgeServers.open(server).get("/who").with("Test-State", "development-return").send();
    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.all("Location")).containsExactly("http://app.example/page?a=b");
    assertThat(answer.all("Set-Cookie")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D15 the application's own headers stand, beside our cookies and Vary")
  void ownHeaders(TestServer server) {
    Answer answer =
        EdgeServers.open(server).get("/own-headers").with("Test-State", "healed").send();
    assertThat(answer.all("Access-Control-Allow-Origin")).containsExactly("https://friend.example");
    assertThat(answer.all("Vary")).containsExactlyInAnyOrder("Accept", VARY);
    assertThat(answer.all("Set-Cookie"))
        .containsExactlyInAnyOrder(
            "own=1", "own=2", "__session=abc; Path=/", "__client_uat=1; Path=/");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D15 a header that stands already isn't touched")
  void headerThatStands(TestServer server) {
    Answer answer =
        EdgeServers.open(server)
            .get("/who")
            .with("Test-State", "healed")
            .with("Test-Tamper", "own-origin")
            .send();
    assertThat(answer.all("Access-Control-Allow-Origin")).containsExactly("https://own.example");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R18 a redirect of the application's carries our cookies")
  void ownRedirect(TestServer server) {
    Answer answer = EdgeServers.open(server).get("/redirects").with("Test-State", "healed").send();
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.all("Set-Cookie")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R18 a response that left too early loses our headers, and nobody gets an exception")
  void committed(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    Answer healed =
        open.get("/who").with("Test-State", "healed").with("Test-Tamper", "commit").send();
    assertThat(healed.status()).isEqualTo(200);
    // Jetty's filter for WebSockets, which stands behind ours, ends what was committed before.
    assertThat(healed.body()).startsWith("early ");
    Answer handshake =
        open.get("/who").with("Test-State", "handshake").with("Test-Tamper", "commit").send();
    assertThat(handshake.body()).isEqualTo("early ");
    Answer denied =
        EdgeServers.guarded(server).get("/account/x").with("Test-Tamper", "commit").send();
    assertThat(denied.body()).isEqualTo("early ");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "R19 after reset() our cookies are there again, and the application's headers aren't")
  void reset(TestServer server) {
    Answer answer = EdgeServers.open(server).get("/reset").with("Test-State", "healed").send();
    assertThat(answer.body()).isEqualTo("reset");
    assertThat(answer.all("Set-Cookie")).hasSize(2);
    assertThat(answer.all("Vary")).containsExactly(VARY);
    assertThat(answer.all("X-Own")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L4 status and reason are shown, the message leaves a development instance only")
  void debugHeaders(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    Answer production = open.get("/who").with("Test-Message", "parties: a, b").send();
    assertThat(production.all("x-clerk-auth-status")).containsExactly("signed-out");
    assertThat(production.all("x-clerk-auth-reason"))
        .containsExactly("session-token-and-uat-missing");
    assertThat(production.all("x-clerk-auth-message")).isEmpty();
    Answer development =
        open.get("/who")
            .with("Test-Message", "parties: a, b")
            .with("Test-Key", ScriptedAuthenticator.DEVELOPMENT)
            .send();
    assertThat(development.all("x-clerk-auth-message")).containsExactly("parties: a, b");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L4 the debug headers can be turned off")
  void noDebugHeaders(TestServer server) {
    Answer answer =
        EdgeServers.guardedWith(server, "clerk.debugHeaders", "false").get("/who").send();
    assertThat(String.join("\n", answer.lines())).doesNotContainIgnoringCase("x-clerk-auth");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H9 CR and LF never reach a response header")
  void lineBreaks(TestServer server) {
    Answer answer =
        EdgeServers.open(server)
            .get("/who")
            .with("Test-Message", "aCRLFX-Evil: 1")
            .with("Test-Key", ScriptedAuthenticator.DEVELOPMENT)
            .send();
    assertThat(answer.all("X-Evil")).isEmpty();
    assertThat(answer.all("x-clerk-auth-message")).containsExactly("aX-Evil: 1");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H9 line breaks in an address stay encoded in the way to sign in")
  void lineBreaksInTheAddress(TestServer server) {
    Answer answer =
        EdgeServers.guarded(server).get("/account/x?a=%0d%0aX-Evil:1").asDocument().send();
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.all("X-Evil")).isEmpty();
    assertThat(answer.first("Location").orElseThrow()).contains("a%3D%250d%250aX-Evil%3A1");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H10 debug headers that a client sends are neither believed nor echoed")
  void sentDebugHeaders(TestServer server) {
    Answer answer =
        EdgeServers.open(server)
            .get("/who")
            .with("x-clerk-auth-status", "signed-in")
            .with("x-clerk-auth-token", "forged")
            .send();
    assertThat(answer.body()).startsWith("user=nobody");
    assertThat(answer.all("x-clerk-auth-status")).containsExactly("signed-out");
    assertThat(answer.all("x-clerk-auth-token")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("L6 responses with our cookies, and protected ones, are for this caller alone")
  void forThisCallerAlone(TestServer server) {
    Answer healed =
        EdgeServers.open(server).get("/own-headers").with("Test-State", "healed").send();
    assertThat(healed.all("Cache-Control")).containsExactly("no-store");
    Answer guarded =
        EdgeServers.guarded(server)
            .get("/admin/x")
            .with("Test-State", "signed-in")
            .with("Test-Role", "org:admin")
            .send();
    assertThat(guarded.status()).isEqualTo(200);
    assertThat(guarded.all("Cache-Control")).containsExactly("no-store");
    assertThat(guarded.all("Vary")).containsExactly(VARY);
    Answer own =
        EdgeServers.guarded(server).get("/own-headers").with("Test-State", "signed-in").send();
    assertThat(own.all("Cache-Control")).containsExactly("public, max-age=60");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 static files and pages that don't ask who is calling may be stored by anyone")
  void openPages(TestServer server) {
    for (RunningServer running :
        new RunningServer[] {EdgeServers.open(server), EdgeServers.guarded(server)}) {
      for (String target : new String[] {"/", "/public/silent"}) {
        Answer answer = running.get(target).with("Test-State", "signed-in").send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.all("Vary")).isEmpty();
        assertThat(answer.all("Cache-Control")).isEmpty();
      }
    }
  }
}
