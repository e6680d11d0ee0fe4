package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An application that sends a browser to sign in")
class RedirectTest {

  private static final String PORTAL = "https://accounts.app.example";

  @ParameterizedTest
  @EnumSource
  @DisplayName("sends it with a 302 that is for nobody else, and back to the same address")
  void signIn(TestServer server) {
    Answer answer = EdgeServers.open(server).get("/sign-in-here?a=b%20c").send();
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.all("Location"))
        .containsExactly(
            PORTAL
                + "/sign-in?redirect_url="
                + "http%3A%2F%2Fapp.example%2Fsign-in-here%3Fa%3Db%2520c");
    assertThat(answer.all("Cache-Control")).containsExactly("no-store");
    assertThat(answer.all("Vary")).containsExactly("Cookie, Authorization");
    Answer signUp = EdgeServers.open(server).get("/sign-up-here").send();
    assertThat(signUp.first("Location").orElseThrow()).startsWith(PORTAL + "/sign-up?");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("takes along the address to come back to, and what is known of the person")
  void options(TestServer server) {
    assertThat(location(server, "Test-Return", "/b?c=d"))
        .isEqualTo(
            PORTAL
                + "/sign-in?email_address=ada%40app.example"
                + "&redirect_url=http%3A%2F%2Fapp.example%2Fb%3Fc%3Dd");
    assertThat(location(server, "Test-Force", "/home"))
        .endsWith("?redirect_url=http%3A%2F%2Fapp.example%2Fhome");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D1 comes back to the address that the browser asked for, not the one forwarded to")
  void forwarded(TestServer server) {
    Answer answer = EdgeServers.open(server).get("/forward-to-sign-in").send();
    assertThat(answer.first("Location").orElseThrow()).endsWith("%2Fforward-to-sign-in");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R12 doesn't send it back to where a parameter asks, unless that is here")
  void elsewhere(TestServer server) {
    for (String asked : DenialTest.ELSEWHERE) {
      assertThat(location(server, "Test-Return", asked))
          .as(asked)
          .isEqualTo(PORTAL + "/sign-in?email_address=ada%40app.example");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R12 sends it back to an allowed origin")
  void allowed(TestServer server) {
    String location =
        EdgeServers.open(server)
            .get("/sign-in-here")
            .with("Test-Allowed", "https://friend.example")
            .with("Test-Return", "https://friend.example/x")
            .send()
            .first("Location")
            .orElseThrow();
    assertThat(location).endsWith("&redirect_url=https%3A%2F%2Ffriend.example%2Fx");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("in development takes the browser's token to a page on another host")
  void developmentBrowser(TestServer server) {
    for (String path : List.of("/sign-in-here", "/account")) {
      Wire wire =
          EdgeServers.guarded(server)
              .get(path)
              .asDocument()
              .with("Test-Key", ScriptedAuthenticator.DEVELOPMENT)
              .with("Cookie", "__clerk_db_jwt=dvb_1");
      assertThat(wire.send().first("Location").orElseThrow()).endsWith("&__clerk_db_jwt=dvb_1");
      assertThat(wire.with("Test-Sign-In", "/in").send().first("Location").orElseThrow())
          .doesNotContain("__clerk_db_jwt");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S7 on a satellite marks the address to come back to, so that it syncs")
  void satellite(TestServer server) {
    for (String path : List.of("/sign-in-here", "/account")) {
      String location =
          EdgeServers.guarded(server)
              .get(path)
              .asDocument()
              .with("Test-Satellite", "true")
              .with("Test-Sign-In", "https://primary.example/in")
              .send()
              .first("Location")
              .orElseThrow();
      assertThat(location).endsWith("%3F__clerk_synced%3Dfalse");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S16 sends it three times for one address and then ends it")
  void trips(TestServer server) {
    RunningServer open = EdgeServers.openPlain(server);
    String cookie = "other=1";
    for (int trip = 1; trip <= 3; trip++) {
      Answer answer = open.get("/sign-in-here").with("Cookie", cookie).send();
      assertThat(answer.status()).isEqualTo(302);
      String set = answer.first("Set-Cookie").orElseThrow();
      cookie = set.substring(0, set.indexOf(';'));
    }
    Answer fourth = open.get("/sign-in-here").with("Cookie", cookie).send();
    assertThat(fourth.status()).isEqualTo(401);
    assertThat(fourth.body()).doesNotContain("half a page");
  }

  private static String location(TestServer server, String header, String value) {
    return EdgeServers.open(server)
        .get("/sign-in-here")
        .with(header, value)
        .send()
        .first("Location")
        .orElseThrow();
  }
}
