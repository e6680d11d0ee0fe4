package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What caches learn of a page")
class CachingTest {

  private static final String CREDENTIALS = "Cookie, Authorization";
  private static final String OWN = "public, max-age=60";

  private static final List<String> WAYS_TO_ASK =
      List.of(
          "auth",
          "state",
          "auth-accepting",
          "principal",
          "remote-user",
          "auth-type",
          "role",
          "authenticate",
          "authenticate-accepting",
          "return-address");

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 a page that asked who is calling is for this caller alone, however it asked")
  void asked(TestServer server) {
    for (RunningServer running : List.of(EdgeServers.open(server), EdgeServers.guarded(server))) {
      for (String how : WAYS_TO_ASK) {
        Answer answer = page(running, "ask").with("Test-Ask-By", how).send();
        assertThat(answer.body()).as(how).isEqualTo("asked");
        assertThat(answer.all("Vary")).as(how).containsExactly(CREDENTIALS);
        assertThat(answer.all("Cache-Control")).as(how).containsExactly("private");
      }
      Answer anonymous = running.get("/public/asks").send();
      assertThat(anonymous.all("Vary")).containsExactly(CREDENTIALS);
      assertThat(anonymous.all("Cache-Control")).containsExactly("private");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 a page that didn't ask has nothing of ours, and keeps its own")
  void notAsked(TestServer server) {
    for (RunningServer running : List.of(EdgeServers.open(server), EdgeServers.guarded(server))) {
      Answer bare = page(running, "ask").with("Test-Ask-By", "nothing").send();
      assertThat(bare.all("Vary")).isEmpty();
      assertThat(bare.all("Cache-Control")).isEmpty();
      Answer own = page(running, "set add-more set-vary reset add add-more add-vary").send();
      assertThat(own.all("Vary")).containsExactly("Accept");
      assertThat(String.join(", ", own.all("Cache-Control"))).isEqualTo(OWN + ", must-revalidate");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 the application's own Cache-Control wins, whenever and however it is set")
  void ownCacheControl(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    for (String steps : List.of("ask set", "set ask", "ask add", "add ask", "ask set set")) {
      Answer answer = page(open, steps).send();
      assertThat(answer.all("Cache-Control")).as(steps).containsExactly(OWN);
      assertThat(answer.all("Vary")).as(steps).containsExactly(CREDENTIALS);
    }
    for (String steps :
        List.of("ask set add-more", "set ask add-more", "ask add add-more", "add add-more ask")) {
      assertThat(String.join(", ", page(open, steps).send().all("Cache-Control")))
          .as(steps)
          .isEqualTo(OWN + ", must-revalidate");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 the application's own Vary stands beside ours")
  void ownVary(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    for (String steps :
        List.of(
            "ask set-vary", "set-vary ask", "ask add-vary", "add-vary ask", "add-vary ask ask")) {
      assertThat(page(open, steps).send().all("Vary"))
          .as(steps)
          .containsExactlyInAnyOrder("Accept", CREDENTIALS);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 after reset() caches learn the same as before, and nothing that was dropped")
  void reset(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    for (String steps : List.of("ask reset", "ask set set-vary reset", "set ask add reset")) {
      Answer answer = page(open, steps).send();
      assertThat(answer.all("Vary")).as(steps).containsExactly(CREDENTIALS);
      assertThat(answer.all("Cache-Control")).as(steps).doesNotContain(OWN);
    }
    assertThat(page(open, "ask reset").send().all("Cache-Control")).containsExactly("private");
    for (String steps :
        List.of("ask add reset add", "add ask reset add", "ask reset add", "ask set reset set")) {
      assertThat(page(open, steps).send().all("Cache-Control")).as(steps).containsExactly(OWN);
    }
    Answer guarded =
        page(EdgeServers.guarded(server), "/account/asks", "ask add reset add add-more").send();
    assertThat(String.join(", ", guarded.all("Cache-Control")))
        .isEqualTo(OWN + ", must-revalidate");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 a response with our cookies is stored by nobody, whatever the application says")
  void cookies(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    for (String steps :
        List.of("ask", "set", "add", "ask set reset", "add-more reset add", "reset set-cookie")) {
      Answer answer = page(open, "/public/asks", steps, "healed").send();
      assertThat(answer.all("Cache-Control")).as(steps).containsExactly("no-store");
      assertThat(answer.all("Set-Cookie"))
          .as(steps)
          .contains("__session=abc; Path=/", "__client_uat=1; Path=/")
          .hasSize(steps.contains("set-cookie") ? 3 : 2);
      assertThat(answer.all("Vary")).as(steps).containsExactly(CREDENTIALS);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 a response that has left stays as it was, and nobody gets an exception")
  void committed(TestServer server) {
    Answer answer = page(EdgeServers.open(server), "set commit ask").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("asked");
    assertThat(answer.all("Vary")).isEmpty();
    assertThat(answer.all("Cache-Control")).containsExactly(OWN);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 asked in a forward, a part, an async dispatch or on another thread")
  void dispatches(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    for (String path : List.of("/to-forward", "/to-include", "/to-async")) {
      for (String how : WAYS_TO_ASK) {
        Answer answer =
            page(open, path, "ask").with("Test-To", "/asks").with("Test-Ask-By", how).send();
        assertThat(answer.body()).as(path + how).isEqualTo("asked");
        assertThat(answer.all("Vary")).as(path + how).containsExactly(CREDENTIALS);
        assertThat(answer.all("Cache-Control")).as(path + how).containsExactly("private");
      }
      Answer silent =
          page(open, path, "ask").with("Test-To", "/asks").with("Test-Ask-By", "nothing").send();
      assertThat(silent.all("Vary")).as(path).isEmpty();
    }
    for (String how : List.of("auth", "principal", "role")) {
      Answer thread = page(open, "thread").with("Test-Ask-By", how).send();
      assertThat(thread.body()).isEqualTo("asked");
      assertThat(thread.all("Vary")).containsExactly(CREDENTIALS);
      assertThat(thread.all("Cache-Control")).containsExactly("private");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 asked on an error page, or before one that doesn't ask")
  void errorPages(TestServer server) {
    for (RunningServer running :
        List.of(
            EdgeServers.open(server), EdgeServers.with(server, "", errorPage("/public/silent")))) {
      Answer answer = page(running, "ask error").send();
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.all("Vary")).containsExactly(CREDENTIALS);
      assertThat(String.join(", ", answer.all("Cache-Control")))
          .containsAnyOf("private", "no-store");
    }
    Answer onThePage = EdgeServers.open(server).get("/error").send();
    assertThat(onThePage.body()).contains("dispatch=ERROR");
    assertThat(onThePage.all("Vary")).containsExactly(CREDENTIALS);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 the headers for a caller leave once, however often a page is sent on")
  void once(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    for (String path : List.of("/to-forward", "/to-include", "/to-async", "/error")) {
      Answer answer = page(open, path, "ask", "healed").with("Test-To", "/asks").send();
      assertThat(answer.all("Set-Cookie"))
          .as(path)
          .containsExactly("__session=abc; Path=/", "__client_uat=1; Path=/");
      assertThat(answer.all("Vary")).as(path).containsExactly(CREDENTIALS);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "D24 beside the application's own cookies, and after reset(), they leave once as well")
  void onceBesideOwn(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    for (String path : List.of("/to-forward", "/to-async", "/to-async-wrapped")) {
      Wire own = page(open, path, "ask", "healed").with("Test-To", "/own-headers");
      assertThat(own.send().all("Set-Cookie"))
          .as(path)
          .containsExactlyInAnyOrder(
              "own=1", "own=2", "__session=abc; Path=/", "__client_uat=1; Path=/");
      Wire reset = page(open, path, "ask reset ask", "healed").with("Test-To", "/asks");
      assertThat(reset.send().all("Set-Cookie"))
          .as(path)
          .containsExactly("__session=abc; Path=/", "__client_uat=1; Path=/");
      Wire caching = page(open, path, "ask add add-more").with("Test-To", "/asks");
      assertThat(String.join(", ", caching.send().all("Cache-Control")))
          .as(path)
          .isEqualTo(OWN + ", must-revalidate");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D24 a page for everybody says so to no other origin: only Clerk's redirect does")
  void anyOrigin(TestServer server) {
    RunningServer open = EdgeServers.open(server);
    for (String path : List.of("/who", "/public/silent", "/error", "/no-such-page")) {
      Answer page = open.get(path).with("Test-State", "healed").send();
      assertThat(page.all("Set-Cookie")).as(path).hasSize(2);
      assertThat(page.all("Access-Control-Allow-Origin")).as(path).isEmpty();
      assertThat(page.all("Access-Control-Allow-Credentials")).as(path).isEmpty();
    }
    Answer refused =
        EdgeServers.guarded(server).get("/admin/x").with("Test-State", "healed").send();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.all("Access-Control-Allow-Origin")).isEmpty();
    Answer redirect = open.get("/who").with("Test-State", "development-return").send();
    assertThat(redirect.status()).isEqualTo(307);
    assertThat(redirect.all("Access-Control-Allow-Origin")).containsExactly("null");
    assertThat(redirect.all("Access-Control-Allow-Credentials")).containsExactly("true");
  }

  private static Map<String, String> errorPage(String location) {
    return Map.of("test.errorPages", location);
  }

  private static Wire page(RunningServer running, String steps) {
    return page(running, "/public/asks", steps);
  }

  private static Wire page(RunningServer running, String path, String steps) {
    return page(running, path, steps, "signed-in");
  }

  private static Wire page(RunningServer running, String path, String steps, String state) {
    return running.get(path).with("Test-State", state).with("Test-Caching", steps);
  }
}
