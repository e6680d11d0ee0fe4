package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.servlet.Wire.Answer;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A browser that is refused")
class RefusalPageTest {

  /** What is the same on every server. */
  private static final String FORBIDDEN =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="UTF-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Forbidden</title>
      </head>
      <body>
      <h1>Forbidden</h1>
      </body>
      </html>
      """;

  @ParameterizedTest
  @EnumSource
  @DisplayName("D26 sees the same page on every server, where the application has none")
  void ours(TestServer server) {
    RunningServer plain = EdgeServers.plain(server);
    Answer forbidden = signedIn(plain.get("/admin/x")).asDocument().send();
    assertOurs(forbidden, 403);
    assertThat(forbidden.body()).isEqualTo(FORBIDDEN);
    Answer nobody = plain.send("POST", "/account/x").with("Accept", "text/html").send();
    assertOurs(nobody, 401);
    assertThat(nobody.all("WWW-Authenticate")).containsExactly("Bearer");
    assertThat(nobody.body())
        .isEqualTo(
            FORBIDDEN
                .replace("Forbidden", "Unauthorized")
                .replace("</h1>\n", "</h1>\n<p>Not signed in.</p>\n"));
    assertOurs(plain.get("/account/x").with("Test-State", "fault").asDocument().send(), 500);
    assertOurs(
        plain.get("/account/x").with("Test-State", "unexpected-error").asDocument().send(), 503);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D26 sees the application's page, for its status or for whatever is the matter")
  void applications(TestServer server) {
    RunningServer guarded = EdgeServers.guarded(server);
    Wire nobody = guarded.send("POST", "/account/x").with("Accept", "text/html");
    assertThat(nobody.send().body()).contains("dispatch=ERROR");
    // It has pages for 401 and 404.
    assertOurs(signedIn(guarded.get("/admin/x")).asDocument().send(), 403);

    TestWar forAll =
        war().xml("<error-page><location>/who</location></error-page>").errorPage(500, "/reset");
    try (RunningServer running = server.deploy(forAll.unpacked(), "")) {
      Answer answer = signedIn(running.get("/admin/x")).asDocument().send();
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).contains("dispatch=ERROR");
    }
    TestWar forExceptions =
        war()
            .xml(
                "<error-page><exception-type>java.lang.Exception</exception-type>"
                    + "<location>/who</location></error-page>");
    try (RunningServer running = server.deploy(forExceptions.unpacked(), "")) {
      assertOurs(signedIn(running.get("/admin/x")).asDocument().send(), 403);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D26 sees what is hidden as the server shows what isn't there")
  void hidden(TestServer server) {
    TestWar war = war().contextParam("clerk.denyAs", "404");
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      Answer hidden = signedIn(running.get("/admin/x")).asDocument().send();
      Answer missing = signedIn(running.get("/nowhere/x")).asDocument().send();
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(missing.status()).isEqualTo(404);
      assertThat(hidden.all("Content-Type")).isEqualTo(missing.all("Content-Type"));
      assertThat(hidden.body()).doesNotContain("viewport");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/xml", ""})
  @DisplayName("D26 is told from a program, which the server answers")
  void programs(String accept) {
    Answer answer =
        signedIn(EdgeServers.plain(TestServer.TOMCAT_10).get("/admin/x"))
            .with("Accept", accept)
            .send();
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("viewport");
  }

  private static void assertOurs(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.first("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(answer.all("Cache-Control")).containsExactly("no-store");
    assertThat(answer.body()).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
  }

  private static TestWar war() {
    return TestWar.ofEdge(
        Map.of(
            "clerk.rules", "/admin/** = role org:admin; /** = public", "test.errorPages", "none"));
  }

  private static Wire signedIn(Wire request) {
    return request.with("Test-State", "signed-in");
  }
}
