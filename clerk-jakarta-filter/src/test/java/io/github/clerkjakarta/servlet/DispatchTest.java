package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A request that is dispatched within the server")
class DispatchTest {

  private static final String USER = "user=user_1 principal=user_1 remote=user_1 type=CLERK";

  @ParameterizedTest
  @EnumSource
  @DisplayName("D1 a forward finds the same caller, and nothing is decided again")
  void forward(TestServer server) {
    assertThat(signedIn(server, "/forward").body())
        .startsWith(USER)
        .contains("dispatch=FORWARD asked=1");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D1 an include finds the same caller, and nothing is decided again")
  void include(TestServer server) {
    assertThat(signedIn(server, "/include").body())
        .startsWith(USER)
        .contains("dispatch=INCLUDE asked=1");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D2 an error page knows the caller, keeps its status and asks nobody again")
  void errorPage(TestServer server) {
    Answer answer = signedIn(server, "/error");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).startsWith(USER).contains("dispatch=ERROR asked=1");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D2 the error page of a refused request is shown without a second challenge")
  void errorPageOfDenial(TestServer server) {
    Answer answer =
        EdgeServers.guarded(server)
            .get("/admin/x")
            .with("Test-Id", id())
            .with("Accept", "*/*")
            .send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.all("WWW-Authenticate")).containsExactly("Bearer");
    assertThat(answer.body()).startsWith("user=nobody").contains("dispatch=ERROR");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D2 the error page of a refused request may have parts: a forward, or an include")
  void errorPageWithParts(TestServer server) {
    for (String part : new String[] {"/forward", "/include"}) {
      RunningServer guarded = EdgeServers.guardedWith(server, "test.errorPages", part);

      Answer answer = guarded.get("/admin/x").with("Test-Id", id()).with("Accept", "*/*").send();

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.all("WWW-Authenticate")).containsExactly("Bearer");
      assertThat(answer.body())
          .startsWith("user=nobody")
          .contains("asked=1")
          .doesNotContain("dispatch=REQUEST");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D3 an async dispatch finds the same caller, however it was started")
  void asyncDispatch(TestServer server) {
    for (String target : new String[] {"/async", "/async-wrapped"}) {
      assertThat(signedIn(server, target).body())
          .startsWith(USER)
          .contains("dispatch=ASYNC asked=1");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D3 another thread reads the caller off the request")
  void asyncThread(TestServer server) {
    assertThat(signedIn(server, "/async-thread").body()).startsWith(USER);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D4 rules are judged where a request comes in, not where it is forwarded to")
  void rulesAndForward(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    Answer direct = guarded.get("/admin/x").with("Test-State", "signed-in").send();
    Answer forwarded = guarded.get("/forward-to-admin").with("Test-State", "signed-in").send();
    assertThat(direct.status()).isEqualTo(403);
    assertThat(forwarded.status()).isEqualTo(200);
    assertThat(forwarded.body()).contains("dispatch=FORWARD");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D5 a static file and a welcome page are decided once, and reading isn't touched")
  void staticFiles(TestServer server) {
    for (String target : new String[] {"/site.css", "/"}) {
      String id = id();
      Answer answer = EdgeServers.open(server).get(target).with("Test-Id", id).send();
      assertThat(answer.status()).isEqualTo(200);
      Answer next = EdgeServers.open(server).get("/who").with("Test-Id", id).send();
      assertThat(next.body()).contains("asked=2");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D5 TRACE and a WebSocket handshake get no 500")
  void oddMethods(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    assertThat(open.send("TRACE", "/who").send().status()).isNotEqualTo(500);
    Answer webSocket = open.get("/who").upgradingTo("websocket").send();
    assertThat(webSocket.body()).startsWith("user=nobody");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D6 the body is the application's to read")
  void body(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    Answer json = open.send("POST", "/body").body("application/json", "{\"a\":1}").send();
    assertThat(json.body()).isEqualTo("{\"a\":1}");
    Answer form =
        open.send("POST", "/body")
            .body("application/x-www-form-urlencoded", "field=x&redirect_url=y")
            .send();
    assertThat(form.body()).isEqualTo("field=x&redirect_url=y");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D6 the application can still say how parameters are encoded")
  void encoding(TestServer server) {
    Answer form =
        EdgeServers.open(server)
            .send("POST", "/form")
            .with("Test-State", "signed-in")
            .body("application/x-www-form-urlencoded", "field=%E2%82%AC")
            .send();
    assertThat(form.body()).isEqualTo("field=" + (int) '\u20ac');
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D10 whoever asks before the filter ran gets an exception, never nobody")
  void askedTooEarly(TestServer server) {
    Answer answer = EdgeServers.open(server).get("/who").with("Test-Tamper", "ask").send();
    assertThat(answer.body()).startsWith("No ClerkFilter has seen this request");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D11 a foreign attribute under our name isn't believed")
  void foreignAttribute(TestServer server) {
    for (String what : new String[] {"text", "map"}) {
      Answer answer =
          EdgeServers.open(server)
              .get("/who")
              .with("Test-Tamper", what)
              .with("Test-Id", id())
              .send();
      assertThat(answer.body())
          .startsWith("user=nobody principal= remote=null")
          .contains("asked=1");
    }
  }

  private static Answer signedIn(TestServer server, String target) {
    return EdgeServers.open(server)
        .get(target)
        .with("Test-State", "signed-in")
        .with("Test-Id", id())
        .send();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
