package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A caller who may not pass")
class DenialTest {

  /** Addresses that aren't of http://app.example, whatever a browser or a server makes of them. */
  static final List<String> ELSEWHERE =
      List.of(
          "//evil.example",
          "/\\evil.example",
          "https:evil.example",
          "%2f%2fevil.example",
          "/\t/evil.example",
          "http://app.example@evil.example/",
          "http://user@app.example/",
          "http://app.example:8443/",
          "https://app.example/",
          "javascript:alert(1)",
          "http://app.example.evil.example/",
          "evil.example");

  private static final String TO_SIGN_IN =
      "https://accounts.app.example/sign-in?redirect_url=http%3A%2F%2Fapp.example";

  @ParameterizedTest
  @EnumSource
  @DisplayName("a browser that asks for a page is sent to sign in, and back with its query")
  void document(TestServer server) {
    Answer answer = EdgeServers.guarded(server).get("/account/x?a=b&c=%20d").asDocument().send();
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.all("Location"))
        .containsExactly(TO_SIGN_IN + "%2Faccount%2Fx%3Fa%3Db%26c%3D%2520d");
    assertThat(answer.all("Cache-Control")).containsExactly("no-store");
    assertThat(answer.all("Vary")).containsExactly("Cookie, Authorization");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("what asks for a page is told by Sec-Fetch-Dest, without it by Accept")
  void whatIsADocument(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    assertThat(guarded.get("/account").with("Sec-Fetch-Dest", "iframe").send().status())
        .isEqualTo(302);
    assertThat(guarded.get("/account").with("Accept", "text/html, a/b").send().status())
        .isEqualTo(302);
    assertThat(guarded.get("/account").with("Accept", "a/b, text/html").send().status())
        .isEqualTo(401);
    assertThat(
            guarded
                .get("/account")
                .with("Sec-Fetch-Dest", "empty")
                .with("Accept", "text/html")
                .send()
                .status())
        .isEqualTo(401);
    assertThat(guarded.send("POST", "/account").asDocument().send().status()).isEqualTo(401);
    assertThat(guarded.get("/account").with("Accept", "*/*").send().status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("anyone else gets 401 with a challenge")
  void api(TestServer server) {
    Answer answer = EdgeServers.guarded(server).get("/account/x").send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.all("WWW-Authenticate")).containsExactly("Bearer");
    assertThat(answer.first("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(answer.all("Vary")).contains("Cookie, Authorization");
    assertThat(answer.all("Location")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a signed-in caller who lacks something gets 403; one who has it passes")
  void forbidden(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    Wire member = guarded.get("/admin/x").with("Test-State", "signed-in").asDocument();
    assertThat(member.send().status()).isEqualTo(403);
    Wire admin = guarded.get("/admin/x").with("Test-State", "signed-in");
    assertThat(admin.with("Test-Role", "org:admin").send().status()).isEqualTo(200);
    Wire closed = guarded.get("/internal/x").with("Test-State", "signed-in");
    assertThat(closed.with("Test-Role", "org:admin").send().status()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("with clerk.denyAs=404 nobody learns that there is anything")
  void notFound(TestServer server) {
    RunningServer hiding = EdgeServers.guardedWith(server, "clerk.denyAs", "404");
    Answer denied = hiding.get("/admin/x").with("Test-State", "signed-in").send();
    Answer closed = hiding.get("/internal/x").with("Test-State", "signed-in").send();
    assertThat(denied.status()).isEqualTo(404);
    assertThat(closed.status()).isEqualTo(404);
    assertThat(hiding.get("/admin/x").send().status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S9 who has to prove again who they are gets Clerk's own body")
  void reverification(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    Answer stale =
        guarded
            .send("POST", "/delete")
            .with("Test-State", "signed-in")
            .with("Test-Role", "org:admin")
            .send();
    assertThat(stale.status()).isEqualTo(403);
    assertThat(stale.first("Content-Type").orElseThrow()).startsWith("application/json");
    assertThat(stale.body())
        .isEqualTo(
            "{\"clerk_error\":{\"type\":\"forbidden\",\"reason\":\"reverification-error\","
                + "\"metadata\":{\"reverification\":\"strict\"}}}");
    Answer member = guarded.send("POST", "/delete").with("Test-State", "signed-in").send();
    assertThat(member.status()).isEqualTo(403);
    assertThat(member.body()).doesNotContain("reverification");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("J25 a pending session is sent to its tasks")
  void pending(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    Answer page = guarded.get("/account").with("Test-State", "pending").asDocument().send();
    assertThat(page.first("Location").orElseThrow())
        .startsWith("https://accounts.app.example/sign-in/tasks?redirect_url=");
    assertThat(guarded.get("/account").with("Test-State", "pending").send().status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "S16 where whether a token is good can't be told, the answer is 503 with Retry-After")
  void outage(TestServer server) {
    List<String> reasons =
        List.of(
            "secret-key-invalid",
            "jwk-remote-failed-to-load",
            "jwk-remote-invalid",
            "jwk-remote-missing",
            "jwk-failed-to-resolve",
            "jwk-local-missing",
            "unexpected-error");
    for (String reason : reasons) {
      Answer answer =
          EdgeServers.guarded(server)
              .get("/account")
              .with("Test-State", reason)
              .asDocument()
              .send();
      assertThat(answer.status()).as(reason).isEqualTo(503);
      assertThat(answer.all("Retry-After")).containsExactly("5");
      assertThat(answer.all("Location")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S16 what signing in can't cure is a page; it names the reason in development only")
  void mismatch(TestServer server) {
    for (String reason :
        List.of("jwk-kid-mismatch", "token-invalid-authorized-parties", "token-invalid-issuer")) {
      Wire production = refused(server, reason);
      assertThat(production.send().status()).isEqualTo(401);
      assertThat(production.send().body()).doesNotContain(reason, "azp is <script>");
      Answer development =
          refused(server, reason).with("Test-Key", ScriptedAuthenticator.DEVELOPMENT).send();
      assertThat(development.status()).isEqualTo(401);
      assertThat(development.body()).contains(reason).doesNotContain("<script>");
    }
  }

  private static Wire refused(TestServer server, String reason) {
    return EdgeServers.plain(server)
        .get("/account")
        .with("Test-State", reason)
        .with("Test-Message", "azp is <script>")
        .asDocument();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S16 where a row of handshakes has just ended, no trip starts the next one")
  void handshakesThatLeadNowhere(TestServer server) {
    Wire ended = refused(server, "dev-browser-missing").with("Cookie", "__clerk_redirect_count=3");
    assertThat(ended.send().status()).isEqualTo(401);
    assertThat(ended.send().all("Location")).isEmpty();
    assertThat(ended.with("Test-Key", ScriptedAuthenticator.DEVELOPMENT).send().body())
        .contains("CLERK_SECRET_KEY");
    Wire underWay =
        refused(server, "dev-browser-missing").with("Cookie", "__clerk_redirect_count=2");
    assertThat(underWay.send().status()).isEqualTo(302);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S16 after three trips to sign in for one address there is no fourth")
  void trips(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    String cookie = "other=1";
    for (int trip = 1; trip <= 3; trip++) {
      Answer answer = guarded.get("/account?a").asDocument().with("Cookie", cookie).send();
      assertThat(answer.status()).isEqualTo(302);
      String set = answer.first("Set-Cookie").orElseThrow();
      assertThat(set).endsWith("; Path=/; Max-Age=30; HttpOnly; SameSite=Lax");
      cookie = "other=1; " + set.substring(0, set.indexOf(';'));
    }
    Answer fourth = guarded.get("/account?a").asDocument().with("Cookie", cookie).send();
    assertThat(fourth.status()).isEqualTo(401);
    Answer elsewhere = guarded.get("/account?b").asDocument().with("Cookie", cookie).send();
    assertThat(elsewhere.status()).isEqualTo(302);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C14 the cookie that counts trips is Secure where the browser sees https")
  void secureTrips(TestServer server) {
    Answer answer =
        EdgeServers.guarded(server)
            .get("/account")
            .asDocument()
            .with("X-Forwarded-Proto", "https")
            .send();
    assertThat(answer.first("Set-Cookie").orElseThrow()).endsWith("; Secure");
    assertThat(answer.first("Location").orElseThrow()).contains("https%3A%2F%2Fapp.example");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S16 the sign-in and sign-up pages and the proxy are open whatever the rules say")
  void ownPages(TestServer server) {
    RunningServer below = EdgeServers.guardedBelow(server);
    for (String[] page :
        List.of(
            new String[] {"Test-Sign-In", "/app/admin/in"},
            new String[] {"Test-Sign-In", "~/admin/in"},
            new String[] {"Test-Sign-Up", "http://app.example/app/admin/in?x=y"},
            new String[] {"Test-Proxy", "https://app.example/app/admin/in/"})) {
      for (String path : List.of("/app/admin/in", "/app/admin/in/factor-one")) {
        Answer answer =
            below
                .get(path)
                .with("Test-Public", "https://app.example")
                .with(page[0], page[1])
                .asDocument()
                .send();
        assertThat(answer.status()).as(page[1] + " " + path).isEqualTo(200);
      }
      assertThat(below.get("/app/admin/inside").with(page[0], page[1]).send().status())
          .isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H6 a client that names the host of a sign-in page elsewhere opens nothing here")
  void pagesElsewhere(TestServer server) {
    Answer answer =
        EdgeServers.guardedBelow(server)
            .get("/app/admin/in")
            .with("X-Forwarded-Host", "accounts.example")
            .with("Test-Sign-In", "https://accounts.example/app/admin/in")
            .send();

    assertThat(answer.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R20 an empty page address, or the root, opens nothing")
  void emptyPages(TestServer server) {
    RunningServer below = EdgeServers.guardedBelow(server);
    for (String page :
        List.of(
            "/",
            "/app",
            "/app/",
            "~/",
            "http://app.example",
            "/application",
            "http://app.example?a=/app/admin")) {
      assertThat(below.get("/app/admin/x").with("Test-Proxy", page).send().status())
          .as(page)
          .isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a sign-in page of one's own is relative to the host, with ~/ to the application")
  void signInPage(TestServer server) {
    assertThat(locationFor(server, "/sign-in"))
        .startsWith("http://app.example/sign-in?redirect_url=");
    assertThat(locationFor(server, "~/sign-in"))
        .startsWith("http://app.example/app/sign-in?redirect_url=");
    assertThat(locationFor(server, "https://primary.example/in?x=y#top"))
        .startsWith("https://primary.example/in?x=y&redirect_url=")
        .endsWith("%2Fapp%2Faccount#top");
  }

  private static String locationFor(TestServer server, String signIn) {
    return EdgeServers.guardedBelow(server)
        .get("/app/account")
        .with("Test-Sign-In", signIn)
        .asDocument()
        .send()
        .first("Location")
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R12 a browser is sent back to this origin and nowhere else")
  void returnAddress(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    for (String asked : ELSEWHERE) {
      assertThat(guarded.get("/return").with("Test-Return", asked).send().body())
          .as(asked)
          .isEqualTo("refused");
    }
    assertThat(guarded.get("/return").with("Test-Return", "/a?b=c#d").send().body())
        .isEqualTo("http://app.example/a?b=c#d");
    assertThat(guarded.get("/return").with("Test-Return", "HTTP://APP.example:80/a").send().body())
        .isEqualTo("http://app.example/a");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H8 without a Host header this origin is the server's own")
  void noHost(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    Answer answer = open.get("/return").withoutHost().with("Test-Return", "/a").send();
    assertThat(answer.body()).startsWith("http://").endsWith(":" + open.port() + "/a");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "D13 a fault of ours is a 500 that says nothing, and nothing of the application runs")
  void fault(TestServer server) {
    for (RunningServer running :
        List.of(EdgeServers.plain(server), EdgeServers.openPlain(server))) {
      for (String state : List.of("fault", "misconfigured")) {
        Answer answer = running.get("/who").with("Test-State", state).send();
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("user=", "sk_test", "Set the secret key");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "L2 in development a fault says what to do, in production nothing of keys or parties")
  void faultInDevelopment(TestServer server) {
    RunningServer development =
        EdgeServers.with(
            server, "", Map.of("clerk.publishableKey", ScriptedAuthenticator.DEVELOPMENT));
    Answer answer = development.get("/who").with("Test-State", "misconfigured").send();
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("Set the secret key.");
    Answer fault = development.get("/who").with("Test-State", "fault").send();
    assertThat(fault.body()).doesNotContain("sk_test");
  }
}
