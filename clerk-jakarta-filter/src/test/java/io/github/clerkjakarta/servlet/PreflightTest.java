package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A CORS preflight, and a page of another origin")
class PreflightTest {

  private static final String SPA = "https://spa.example";
  private static final String ORIGINS = "https://spa.example, HTTPS://two.example:8443/";
  private static final String EVIL = "https://evil.example";

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 nothing of a closed page runs or leaves, however the page answers")
  void closed(TestServer server) {
    for (RunningServer running : List.of(EdgeServers.guarded(server), EdgeServers.plain(server))) {
      for (String path :
          List.of(
              "/admin/x",
              "/admin/fails",
              "/admin/error",
              "/admin/commits",
              "/account/asks",
              "/own-headers",
              "/forward-to-admin",
              "/to-include",
              "/to-async",
              "/async-thread",
              "/redirects",
              "/internal/x",
              "/no-such-page")) {
        String id = id();
        Answer answer =
            preflight(running, path, EVIL)
                .with("Test-Id", id)
                .with("Test-To", "/admin/x")
                .with("Test-State", "signed-in")
                .with("Test-Role", "org:admin")
                .send();
        assertThat(answer.status()).as(path).isEqualTo(204);
        assertSaysNothing(path, id, answer);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 what only resembles a preflight runs nothing of a closed page either")
  void nearly(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    for (String method : List.of("OPTIONS", "HEAD", "GET", "POST", "options", "TRACE", "BREW")) {
      for (String[] headers :
          new String[][] {
            {"Origin", "", "Access-Control-Request-Method", ""},
            {"Origin", EVIL, "Access-Control-Request-Method", ""},
            {"Origin", EVIL, "Access-Control-Request-Headers", "a"},
            {"Origin", "null", "ACCESS-CONTROL-REQUEST-METHOD", "PUT"},
            {"X-Origin", EVIL, "Access-Control-Request-Method", "PUT"},
          }) {
        String id = id();
        String as = method + " " + String.join(",", headers);
        Answer answer =
            guarded
                .send(method, "/admin/x")
                .with(headers[0], headers[1])
                .with(headers[2], headers[3])
                .with("X-HTTP-Method-Override", "GET")
                .with("Test-Id", id)
                .send();
        assertThat(answer.status()).as(as).isIn(204, 400, 401, 403, 405, 501);
        boolean isOne =
            method.equals("OPTIONS")
                && headers[0].equals("Origin")
                && headers[2].equalsIgnoreCase("Access-Control-Request-Method");
        assertThat(answer.status() == 204).as(as).isEqualTo(isOne);
        assertThat(answer.body()).as(as).doesNotContain("dispatch=REQUEST");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 one that a filter ahead has sent on runs nothing of a closed page either")
  void sentOn(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    for (String how : List.of("async", "forward", "include", "error")) {
      String id = id();
      Answer answer =
          preflight(guarded, "/admin/x", EVIL)
              .with("Test-Tamper", how)
              .with("Test-To", how.equals("error") ? "418" : "/admin/commits")
              .with("Test-Id", id)
              .send();
      assertThat(EdgeApplication.hasRun(id)).as(how).isFalse();
      assertThat(answer.body()).as(how).doesNotContain("a text of the application");
      assertThat(answer.all("X-Own")).as(how).isEmpty();
      int expected = how.equals("include") ? 500 : how.equals("error") ? 418 : 204;
      assertThat(answer.status()).as(how).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 an open page answers as it likes, without anything of ours for other origins")
  void open(TestServer server) {
    for (RunningServer running : List.of(EdgeServers.guarded(server), spa(server))) {
      Answer answer = preflight(running, "/who", EVIL).with("Test-State", "signed-in").send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).startsWith("user=nobody principal= remote=null");
      assertThat(cors(answer)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 of an allowed origin it is answered here, on closed and on open pages")
  void allowed(TestServer server) {
    for (String path : List.of("/who", "/admin/x", "/no-such-page")) {
      for (String origin : List.of(SPA, "https://two.example:8443")) {
        String id = id();
        Answer answer =
            preflight(spa(server), path, origin)
                .with("Access-Control-Request-Headers", "authorization,content-type")
                .with("Test-Id", id)
                .send();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(EdgeApplication.hasRun(id)).isFalse();
        assertThat(answer.all("Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(answer.all("Access-Control-Allow-Credentials")).containsExactly("true");
        assertThat(answer.first("Access-Control-Allow-Methods").orElseThrow())
            .contains("GET", "POST", "PUT", "PATCH", "DELETE");
        assertThat(answer.all("Access-Control-Allow-Headers"))
            .containsExactly("authorization,content-type");
        assertThat(answer.all("Access-Control-Max-Age")).containsExactly("600");
        assertThat(vary(answer))
            .contains("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 names of headers that can't be names are not granted")
  void oddNames(TestServer server) {
    Answer answer =
        preflight(spa(server), "/who", SPA)
            .with("Access-Control-Request-Headers", "a, b: c (d)")
            .send();
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.all("Access-Control-Allow-Headers")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 another origin is allowed nothing, whatever it resembles")
  void otherOrigins(TestServer server) {
    for (String origin :
        List.of(
            EVIL,
            "null",
            "http://spa.example",
            "https://spa.example:444",
            "https://spa.example.evil.example",
            "https://evil.example/https://spa.example",
            "https://spa.example@evil.example",
            "https://spa.example/x",
            "https://two.example",
            "*")) {
      Answer closed = preflight(spa(server), "/admin/x", origin).send();
      assertThat(closed.status()).as(origin).isEqualTo(204);
      assertThat(cors(closed)).as(origin).isEmpty();
      assertThat(vary(closed)).contains("Origin");
      Answer refused = spa(server).get("/admin/x").with("Origin", origin).send();
      assertThat(refused.status()).isEqualTo(401);
      assertThat(cors(refused)).as(origin).isEmpty();
      assertVariesByOrigin(refused);
    }
    Answer two =
        preflight(spa(server), "/admin/x", SPA).with("Origin", "https://two.example:8443").send();
    assertThat(cors(two)).as("two origins at once").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 a page of an allowed origin can read our own refusals")
  void refusals(TestServer server) {
    for (RunningServer running :
        List.of(
            spa(server),
            EdgeServers.with(
                server,
                "",
                Map.of(
                    "clerk.rules", "/admin/** = role org:admin",
                    "clerk.corsOrigins", ORIGINS,
                    "test.errorPages", "none")))) {
      for (String accept : List.of("application/json", "*/*")) {
        Wire member =
            running
                .get("/admin/x")
                .with("Test-State", "signed-in")
                .with("Origin", SPA)
                .with("Accept", accept);
        assertReadable(403, member.send());
        Wire nobody = running.get("/admin/x").with("Origin", SPA).with("Accept", accept);
        assertReadable(401, nobody.send());
        Wire fault =
            running
                .get("/admin/x")
                .with("Test-State", "jwk-remote-failed-to-load")
                .with("Origin", SPA)
                .with("Accept", accept);
        assertReadable(503, fault.send());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 a page of an allowed origin can read pages, and the application's word wins")
  void pages(TestServer server) {
    Answer page = spa(server).get("/who").with("Origin", SPA).send();
    assertReadable(200, page);
    assertThat(page.first("Access-Control-Expose-Headers").orElseThrow())
        .contains("WWW-Authenticate", "x-clerk-auth-reason");
    for (String steps :
        List.of("ask add-origin", "add-origin ask", "add-origin reset add-origin", "set-origin")) {
      Answer own =
          spa(server).get("/public/asks").with("Origin", SPA).with("Test-Caching", steps).send();
      assertThat(own.all("Access-Control-Allow-Origin"))
          .as(steps)
          .containsExactly("https://own.example");
    }
    Answer other = spa(server).get("/who").with("Origin", EVIL).send();
    assertThat(cors(other)).isEmpty();
    assertThat(vary(other)).contains("Origin");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 with clerk.preflight=pass the application answers them all")
  void passed(TestServer server) {
    for (Map<String, String> settings :
        List.of(
            Map.of("clerk.rules", "/admin/** = role org:admin", "clerk.preflight", "pass"),
            Map.of(
                "clerk.rules",
                "/admin/** = role org:admin",
                "clerk.preflight",
                "PASS",
                "clerk.corsOrigins",
                ORIGINS))) {
      RunningServer passing = EdgeServers.with(server, "", settings);
      for (String origin : List.of(EVIL, SPA)) {
        Answer answer =
            preflight(passing, "/admin/x", origin).with("Test-State", "signed-in").send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("user=nobody principal= remote=null");
        assertThat(answer.all("Access-Control-Allow-Methods")).isEmpty();
      }
      assertThat(passing.send("OPTIONS", "/admin/x").send().status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 a CORS filter ahead of ours answers as before")
  void filterAhead(TestServer server) {
    for (RunningServer running : List.of(EdgeServers.guarded(server), spa(server))) {
      Answer answer = preflight(running, "/admin/x", SPA).with("Test-Tamper", "cors").send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.all("Access-Control-Allow-Origin"))
          .containsExactly("https://ahead.example");
      Answer page = running.get("/who").with("Origin", SPA).with("Test-Tamper", "cors").send();
      assertThat(page.body()).startsWith("user=nobody");
      assertThat(page.all("Access-Control-Allow-Origin")).containsExactly("https://ahead.example");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D20 a setting that can't be right fails the deployment")
  void badSettings(TestServer server) {
    for (String[] setting :
        new String[][] {{"clerk.preflight", "maybe"}, {"clerk.corsOrigins", "*"}}) {
      TestWar war = TestWar.ofEdge(Map.of(setting[0], setting[1]));
      assertThatThrownBy(() -> server.deploy(war.unpacked(), "").close())
          .as(setting[0])
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  @DisplayName("D20 a setting that can't be right is named in a sentence")
  void sentences() {
    assertThatThrownBy(() -> deploy("clerk.preflight", "maybe"))
        .hasStackTraceContaining("Set clerk.preflight (CLERK_PREFLIGHT) to answer or pass");
    for (String origins :
        List.of(
            "https://spa.example/path",
            "spa.example",
            "null",
            "https://user@spa.example",
            "ftp://spa.example",
            "https://spa.example?a")) {
      assertThatThrownBy(() -> deploy("clerk.corsOrigins", origins))
          .as(origins)
          .hasStackTraceContaining(
              "Set clerk.corsOrigins (CLERK_CORS_ORIGINS) to origins without a path");
    }
  }

  @Test
  @DisplayName("D20 G2 and so is a wildcard, which would let every page read what a caller may")
  void wildcard() {
    assertThatThrownBy(() -> deploy("clerk.corsOrigins", "https://spa.example, *"))
        .hasStackTraceContaining("a wildcard matches none");
  }

  private static void deploy(String name, String value) {
    TestServer.JETTY_12.deploy(TestWar.ofEdge(Map.of(name, value)).unpacked(), "").close();
  }

  private static RunningServer spa(TestServer server) {
    return EdgeServers.guardedWith(server, "clerk.corsOrigins", ORIGINS);
  }

  private static Wire preflight(RunningServer running, String path, String origin) {
    return running
        .send("OPTIONS", path)
        .with("Origin", origin)
        .with("Access-Control-Request-Method", "PUT");
  }

  private static void assertSaysNothing(String as, String id, Answer answer) {
    assertThat(EdgeApplication.hasRun(id)).as(as).isFalse();
    assertThat(answer.body()).as(as).isEmpty();
    assertThat(cors(answer)).as(as).isEmpty();
    for (String header : List.of("X-Own", "Location", "Set-Cookie", "Content-Type")) {
      assertThat(answer.all(header)).as(as).isEmpty();
    }
  }

  private static void assertReadable(int status, Answer answer) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.all("Access-Control-Allow-Origin")).containsExactly(SPA);
    assertThat(answer.all("Access-Control-Allow-Credentials")).containsExactly("true");
    assertVariesByOrigin(answer);
  }

  /** Jetty drops Vary before an error page, which nobody may store. */
  private static void assertVariesByOrigin(Answer answer) {
    if (!String.join(",", answer.all("Cache-Control")).contains("no-store")) {
      assertThat(vary(answer)).contains("Origin");
    }
  }

  private static List<String> cors(Answer answer) {
    return answer.lines().stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("access-control-"))
        .toList();
  }

  private static List<String> vary(Answer answer) {
    return List.of(String.join(", ", answer.all("Vary")).split(", "));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
