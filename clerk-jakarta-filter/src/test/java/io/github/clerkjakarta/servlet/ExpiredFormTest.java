package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.example.CommentForm;
import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.RecordedRequest;
import io.github.clerkjakarta.testkit.Session;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A form that is sent with a session token that has just expired")
class ExpiredFormTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  @ParameterizedTest
  @EnumSource
  @DisplayName("R17 is signed out, as upstream, and Clerk isn't asked")
  void usually(TestServer server) {
    with(
        server,
        war(),
        running -> {
          Session ada = clerk().session(ADA).refreshable();
          Answer answer = post(running, ada, running.port());
          assertThat(answer.status()).isEqualTo(401);
          assertThat(answer.all("x-clerk-auth-reason"))
              .containsExactly("session-token-expired-refresh-non-eligible-non-get");
          assertThat(refreshes()).isZero();
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R17 is healed with refreshUnsafeMethods, body and all, and the browser is told")
  void healed(TestServer server) {
    with(
        server,
        healing(),
        running -> {
          Session ada = clerk().session(ADA).refreshable();
          Answer answer = post(running, ada, running.port());
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.body()).isEqualTo("user_ada says keep me");
          assertThat(answer.all("Set-Cookie"))
              .isNotEmpty()
              .allSatisfy(cookie -> assertThat(cookie).startsWith("__session"));
          assertThat(answer.all("Cache-Control")).containsExactly("no-store");
          assertThat(refreshes()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R17 is healed so whatever method changes something")
  void methods(TestServer server) {
    with(
        server,
        healing(),
        running -> {
          for (String method : List.of("PUT", "PATCH", "DELETE")) {
            long before = refreshes();
            Session ada = clerk().session(ADA).refreshable();
            Answer answer = send(method, running, ada, running.port());
            assertThat(answer.status()).as(method).isNotEqualTo(401);
            assertThat(refreshes()).as(method).isEqualTo(before + 1);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("R17 is signed out where the session is over, and never sent anywhere")
  void revoked(TestServer server) {
    with(
        server,
        healing(),
        running -> {
          Session over = clerk().session(ADA).refreshable();
          clerk().revoke(over);
          Answer answer = post(running, over, running.port());
          assertThat(answer.status()).isEqualTo(401);
          assertThat(answer.all("Location")).isEmpty();
          assertThat(answer.all("Set-Cookie")).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S14 from another origin stays signed out, and gets no cookies")
  void foreignOrigin(TestServer server) {
    with(
        server,
        healing(),
        running -> {
          Answer answer = post(running, clerk().session(ADA).refreshable(), 1);
          assertThat(answer.status()).isEqualTo(401);
          assertThat(answer.all("Set-Cookie")).isEmpty();
        });
  }

  private static Answer post(RunningServer running, Session session, int originPort) {
    return send("POST", running, session, originPort);
  }

  private static Answer send(
      String method, RunningServer running, Session session, int originPort) {
    return running
        .send(method, "/comments")
        .host("localhost:" + running.port())
        .with("Origin", "http://localhost:" + originPort)
        .with("Sec-Fetch-Dest", "document")
        .with("Cookie", expired(session))
        .body("application/x-www-form-urlencoded", "comment=keep+me")
        .send();
  }

  private static String expired(Session session) {
    String token = session.tokenBuilder().expired().token();
    return session.cookies().entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + aged(cookie.getKey(), cookie.getValue(), token))
        .collect(Collectors.joining("; "));
  }

  private static String aged(String name, String value, String token) {
    if (name.startsWith("__client_uat")) {
      return "1";
    }
    return name.startsWith("__session") ? token : value;
  }

  private static long refreshes() {
    return clerk().requests().stream()
        .map(RecordedRequest::path)
        .filter(path -> path.endsWith("/refresh"))
        .count();
  }

  private static TestWar healing() {
    return war().contextParam("clerk.refreshUnsafeMethods", "true");
  }

  private static TestWar war() {
    return TestWar.of(clerk())
        .contextParam("clerk.rules", "/comments = signed-in")
        .servlet(CommentForm.class, "/comments");
  }

  private static void with(TestServer server, TestWar war, Consumer<RunningServer> test) {
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      test.accept(running);
    }
  }

  private static LocalClerk clerk() {
    return CLERK.clerk();
  }
}
