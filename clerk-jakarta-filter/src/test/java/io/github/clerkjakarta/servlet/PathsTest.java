package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A protected path")
class PathsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin;jsessionid=x",
        "/admin;x=/public",
        "/;/admin",
        "/;x=y/admin/x",
        "/admin/x;a=b",
        "/public;/../admin"
      })
  @DisplayName("P1 path parameters don't open it")
  void parameters(String target) {
    isClosed(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//admin",
        "/./admin",
        "/public/../admin",
        "/public/../../admin",
        "/%2e%2e/admin",
        "/public/%2e%2e/admin",
        "/public/.%2e/admin",
        "/public/..;/admin",
        "/public/..;x=y/admin",
        "/public/%2e%2e;/admin",
        "/public//../admin",
        "/public/.;/../admin"
      })
  @DisplayName("P2 dot segments and empty ones don't open it")
  void dotSegments(String target) {
    isClosed(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin%2fx",
        "/public%2f..%2fadmin",
        "/public/..%2fadmin",
        "/public/..%5cadmin",
        "/public/%5c../admin",
        "/public\\..\\admin",
        "/public/%00/admin",
        "/admin%00",
        "/%61dmin",
        "/%61%64min/x",
        "/%2561dmin",
        "/public/%252e%252e/admin",
        "/public/%zz",
        "/public/%",
        "/public/%c0%ae%c0%ae/admin",
        "/public/%c0%af",
        "/public/%e0%80%af",
        "/public/x%3by",
        "/public/a%0ab"
      })
  @DisplayName("P3 encodings don't open it")
  void encodings(String target) {
    isClosed(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ADMIN",
        "/Admin/x",
        "/admin/",
        "/admin.",
        "/admin/.json",
        "/admin.json",
        "/admin/open/",
        "/internal/",
        "/who/"
      })
  @DisplayName("P4 other spellings don't open it")
  void spellings(String target) {
    isClosed(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/publicity", "/public.html", "/whoever", "/public-x/y"})
  @DisplayName("P5 a rule ends at a segment's end")
  void segments(String target) {
    isClosed(target);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("P6 rules are matched below the context path, across servlet path and path info")
  void contextPath(TestServer server) {
    RunningServer below = EdgeServers.guardedBelow(server);
    assertThat(below.get("/app/public/x").send().status()).isEqualTo(200);
    assertThat(below.get("/app/").send().body()).contains("welcome");
    assertThat(below.get("/app/admin/open").send().status()).isEqualTo(200);
    assertThat(below.get("/app/admin/other").send().status()).isEqualTo(401);
    assertThat(below.get("/app/site.css").send().status()).isEqualTo(401);
    assertThat(below.get("/public/x").send().status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("P10 a rule for / opens the welcome page to whoever asks for /, and nothing else")
  void welcomePage(TestServer server) {
    for (String target : new String[] {"/", "/?next=/site.css", "/;jsessionid=x"}) {
      Answer answer = EdgeServers.guarded(server).get(target).send();
      assertThat(answer.body()).as(target).contains("welcome");
    }
    assertThat(EdgeServers.guardedBelow(server).get("/app/").send().body()).contains("welcome");
    for (String target : new String[] {"/index.html", "/site.css", "/;x/index.html"}) {
      assertThat(EdgeServers.guarded(server).get(target).send().body())
          .as(target)
          .doesNotContain("welcome")
          .doesNotContain("color");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("P10 a rule for the welcome page itself counts for whoever asks for / as well")
  void guardedWelcomePage(TestServer server) {
    for (String path : new String[] {"", "/app"}) {
      RunningServer guarded =
          EdgeServers.with(
              server,
              path,
              Map.of(
                  "clerk.rules",
                  "/ = public; /index.html = role org:admin; /public/** = public; /who = public"));
      for (String target : new String[] {"/", "/?a=b", "/;jsessionid=x", "/index.html"}) {
        Answer nobody = guarded.get(path + target).send();
        assertThat(nobody.status()).as(target).isEqualTo(401);
        assertThat(nobody.body()).as(target).doesNotContain("welcome");
        Wire member = guarded.get(path + target).with("Test-State", "signed-in");
        assertThat(member.send().status()).as(target).isEqualTo(403);
        Answer admin = member.with("Test-Role", "org:admin").send();
        assertThat(admin.body()).as(target).contains("welcome");
        assertThat(String.join(",", admin.all("Cache-Control"))).as(target).contains("no-store");
      }
      assertThat(guarded.get(path + "/forward").send().status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("P6 what is plain stays open, with its parameters and its own characters")
  void openPaths(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    for (String target :
        new String[] {
          "/public",
          "/public/",
          "/public/a%20b",
          "/public/%C3%A4",
          "/public/a;v=1/b",
          "/who;jsessionid=x",
          "/public/x?next=/admin/../y"
        }) {
      Answer answer = guarded.get(target).send();
      assertThat(answer.status()).as(target).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("P8 a path that no rule names is closed to everybody")
  void unknown(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    assertThat(guarded.get("/error").send().status()).isEqualTo(401);
    assertThat(guarded.get("/error").with("Test-State", "signed-in").send().status())
        .isEqualTo(403);
    assertThat(EdgeServers.open(server).get("/site.css").send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H13 odd request lines get no 500, with rules and without")
  void requestLines(TestServer server) {
    for (RunningServer running :
        new RunningServer[] {EdgeServers.open(server), EdgeServers.guarded(server)}) {
      for (String[] line :
          new String[][] {
            {"TRACE", "/who"},
            {"CONNECT", "app.example:443"},
            {"GET", "//x"},
            {"GET", "http://app.example/who"},
            {"OPTIONS", "*"},
            {"GET", "/%zz"},
            {"BREW", "/who"}
          }) {
        assertThat(running.send(line[0], line[1]).send().status())
            .as(String.join(" ", line))
            .isNotEqualTo(500);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("H13 P9 no second slash at the start makes a path another host")
  void leadingSlashes(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    for (String path : List.of("//evil.example/x", "///evil.example/x", "/x//evil.example")) {
      Answer answer = open.get(path).with("Test-State", "url").send();
      assertThat(answer.all("url"))
          .as(path)
          .allMatch(
              url ->
                  url.matches(
                          "http://[^/]+(//evil.example/x|///evil.example/x|/evil.example/x|/x//evil.example)")
                      && !url.startsWith("http://evil"));
    }
    assertThat(open.get("/who?a=//b").with("Test-State", "url").send().all("url"))
        .singleElement()
        .asString()
        .endsWith("/who?a=//b");
  }

  /** Refused, or taken for what it is not: never the protected page. */
  private static void isClosed(String target) {
    for (TestServer server : TestServer.values()) {
      Answer answer = EdgeServers.guarded(server).get(target).send();
      assertThat(answer.status()).as(server + " " + target).isIn(400, 401);
    }
  }
}
