package io.github.clerkjakarta.security.server;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.Session;
import io.github.clerkjakarta.testsupport.WebSocketGreeting;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OnServer
@DisplayName("The caller of a request")
class IdentityIT {

  static final ServerRun RUN = ServerRun.current();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.invoices("identity").clerk(RUN.clerk()).archive();
  }

  @Test
  @DisplayName("S1 needs no session of the container, and begins none")
  void noSession() {
    Answer answer = get("/identity").bearing(RUN.clerk().sessionToken(ADA)).send();

    assertThat(answer.body()).contains("request=user_ada", "session=false");
    assertThat(answer.all("Set-Cookie")).noneMatch(it -> it.startsWith("JSESSIONID"));
  }

  @Test
  @DisplayName("S2 isn't tied to a session id that somebody planted")
  void plantedSession() {
    String planted = containerSession(get("/session").send());

    Answer signedIn =
        get("/identity").with("Cookie", planted).bearing(RUN.clerk().sessionToken(ADA)).send();
    Answer thief = get("/identity").with("Cookie", planted).send();

    isEverywhere("user_ada", signedIn);
    isEverywhere("nobody", thief);
  }

  @Test
  @DisplayName("S3 is who this request says, on a connection that others used before")
  void keepAlive() throws IOException {
    Session ada = RUN.clerk().session(ADA);
    String expired = ada.tokenBuilder().expired().token();
    try (Socket connection = get("/role").connect()) {
      assertThat(next(connection, ada.organization(ACME).token())).isEqualTo("true");
      assertThat(next(connection, ada.personalAccount().token())).isEqualTo("false");
      assertThat(next(connection, ada.organization(ACME).token())).isEqualTo("true");
      assertThat(next(connection, expired)).isEqualTo("false");
      assertThat(next(connection, "")).isEqualTo("false");
    }
  }

  @Test
  @DisplayName("S4 is who the token says, in an older session of somebody else")
  void otherSession() {
    Answer before = get("/session").bearing(RUN.clerk().sessionToken(ADA)).send();

    Answer answer =
        get("/identity")
            .with("Cookie", containerSession(before))
            .bearing(RUN.clerk().sessionToken(BEN))
            .send();

    isEverywhere("user_ben", answer);
  }

  @Test
  @DisplayName("S6 has no role because a claim of its own is named like one")
  void customClaim() {
    String token =
        RUN.clerk()
            .session(ADA)
            .tokenBuilder()
            .claim("org:admin", true)
            .claim("groups", List.of("org:admin"))
            .claim("role", "org:admin")
            .claim("metadata", Map.of("role", "org:admin"))
            .token();

    assertThat(get("/role").bearing(token).send().body()).isEqualTo("false");
    assertThat(get("/constraint").bearing(token).send().status()).isEqualTo(403);
  }

  @Test
  @DisplayName("S7 has no role without an active organization")
  void noOrganization() {
    String token = RUN.clerk().sessionToken(ADA);

    assertThat(get("/caller-role").bearing(token).send().body()).isEqualTo("false");
    assertThat(get("/ejb-role").bearing(token).send().body()).isEqualTo("false");
  }

  @Test
  @DisplayName("S10 is nobody when a machine calls what is for people")
  void machine() {
    String token = RUN.clerk().session(ADA).tokenBuilder().machine("mch_1").token();

    isEverywhere("nobody", get("/identity").bearing(token).send());
    assertThat(get("/constraint").bearing(token).send().status()).isEqualTo(401);
  }

  @Test
  @DisplayName("S11 is the impersonated one, and whoever impersonates can be asked for")
  void impersonated() {
    String token =
        RUN.clerk().session(ADA).organization(ACME).impersonatedBy("user_support").token();

    Answer answer = get("/identity").bearing(token).send();

    isEverywhere("user_ada", answer);
    assertThat(answer.body()).contains("actor=user_support");
  }

  @Test
  @DisplayName("S12 can be stored, with no token inside")
  void stored() {
    String token = RUN.clerk().sessionToken(ADA);

    String stored = get("/stored-principal").bearing(token).send().body();

    assertThat(stored)
        .contains("user_ada")
        .doesNotContain(token)
        .doesNotContain(token.substring(token.lastIndexOf('.')));
  }

  @Test
  @DisplayName("S14 is nobody when another site had a browser send the request")
  void foreignOrigin() {
    Session ada = RUN.clerk().session(ADA);
    String evil = "https://evil.example";

    isEverywhere("nobody", post("/identity").browserOf(ada).with("Origin", evil).send());
    isEverywhere("user_ada", post("/identity").bearing(ada.token()).with("Origin", evil).send());
    isEverywhere(
        "user_ada", post("/identity").browserOf(ada).with("Origin", RUN.address().origin()).send());
  }

  @Test
  @DisplayName("S14 is nobody on a WebSocket that a page of another site has a browser open")
  void foreignWebSocket() {
    Session ada = RUN.clerk().session(ADA);
    String evil = "https://evil.example";
    String own = RUN.address().origin();

    assertThat(webSocket("Cookie", ada.cookieHeader(), evil)).isEqualTo("nobody");
    assertThat(webSocket("Cookie", ada.cookieHeader(), own)).isEqualTo("user_ada");
    assertThat(webSocket("Authorization", "Bearer " + ada.token(), evil)).isEqualTo("user_ada");
    assertThat(guardedWebSocket(ada, evil)).isEqualTo(401);
    assertThat(guardedWebSocket(ada.organization(ACME), own)).isEqualTo(101);
  }

  private static String webSocket(String header, String value, String origin) {
    return WebSocketGreeting.read(
        RUN.address().port(), "/identity/websocket", Map.of(header, value, "Origin", origin));
  }

  private static int guardedWebSocket(Session browser, String origin) {
    return get("/guarded-websocket")
        .asWebSocket()
        .browserOf(browser)
        .with("Origin", origin)
        .send()
        .status();
  }

  private static Wire get(String path) {
    return RUN.address().get("/identity" + path);
  }

  private static Wire post(String path) {
    return RUN.address().request("POST", "/identity" + path).with("Content-Length", "0");
  }

  private static String next(Socket connection, String token) throws IOException {
    Wire request = get("/role").keepAlive();
    if (!token.isEmpty()) {
      request.bearing(token);
    }
    request.write(connection);
    return Answer.read(connection.getInputStream()).body();
  }

  private static String containerSession(Answer answer) {
    String cookie =
        answer.all("Set-Cookie").stream()
            .filter(it -> it.startsWith("JSESSIONID="))
            .findFirst()
            .orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private static void isEverywhere(String name, Answer answer) {
    assertThat(answer.body().lines())
        .contains("filter=" + name, "request=" + name, "security=" + name, "ejb=" + name);
  }
}
