package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.internal.json.JsonSyntaxException;
import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testing.Instances;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A refusal")
class ProblemDocumentTest {

  @ParameterizedTest
  @EnumSource
  @DisplayName("is a problem document for a client that asks for JSON, and a page for a browser")
  void everyStatus(TestServer server) {
    RunningServer plain = EdgeServers.plain(server);
    if (server != TestServer.JETTY_12) {
      // Jetty refuses such addresses itself
      both(plain.get("/account/%252e%252e"), 400, "Bad Request", null, null);
      both(plain.get("/account/%253b"), 400, "Bad Request", null, null);
    }
    both(
        plain.send("POST", "/account/x"),
        401,
        "Unauthorized",
        "session-token-and-uat-missing",
        "sign-in");
    both(
        plain.get("/account/x").with("Test-State", "token-invalid-issuer"),
        401,
        "Unauthorized",
        "token-invalid-issuer",
        "configure");
    both(plain.get("/admin/x").with("Test-State", "signed-in"), 403, "Forbidden", "", "configure");
    both(
        plain.get("/account/x").with("Test-State", "fault"),
        500,
        "Internal Server Error",
        "unexpected-error",
        "retry");
    both(
        plain.get("/account/x").with("Test-State", "jwk-remote-failed-to-load"),
        503,
        "Service Unavailable",
        "jwk-remote-failed-to-load",
        "retry");
    RunningServer hiding =
        EdgeServers.with(
            server,
            "",
            Map.of(
                "clerk.rules", "/admin/** = role org:admin",
                "clerk.denyAs", "404",
                "test.errorPages", "none"));
    both(hiding.get("/admin/x").with("Test-State", "signed-in"), 404, "Not Found", "", "configure");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("of an unknown host is one too")
  void unknownHost(TestServer server) {
    TestWar war =
        new TestWar()
            .contextParam("clerk.instances", "acme")
            .contextParam("clerk.acme.hosts", "acme.example")
            .contextParam("clerk.acme.publishableKey", Instances.LIVE_KEY)
            .contextParam("clerk.acme.secretKey", "sk_live_abcdefghijklmnopqrstuvwxyz");
    try (RunningServer running = server.deploy(war.unpacked(), "")) {
      both(running.get("/x"), 421, "Misdirected Request", null, "configure");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("shows the application's error page to whoever doesn't ask for JSON alone")
  void errorPage(TestServer server) {
    for (String accept :
        List.of("*/*", "text/html", "text/html, application/json", "application/xml", "a/b")) {
      Answer answer =
          EdgeServers.guarded(server).send("POST", "/account/x").with("Accept", accept).send();
      assertThat(answer.status()).as(accept).isEqualTo(401);
      assertThat(answer.body()).as(accept).contains("dispatch=ERROR");
    }
    for (String accept : List.of("application/json", "application/problem+json, */*;q=0.1")) {
      Answer answer = EdgeServers.guarded(server).get("/account/x").with("Accept", accept).send();
      assertProblem(answer, 401, "Unauthorized", "session-token-and-uat-missing", "sign-in");
      assertThat(answer.body()).doesNotContain("dispatch=");
      assertThat(answer.all("WWW-Authenticate")).containsExactly("Bearer");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("that a person cures by a reverification has Clerk's own body, JSON or not")
  void reverification(TestServer server) {
    for (String accept : List.of("application/json", "application/problem+json", "text/html")) {
      Answer answer =
          EdgeServers.plain(server)
              .send("POST", "/delete")
              .with("Test-State", "signed-in")
              .with("Test-Role", "org:admin")
              .with("Accept", accept)
              .send();
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.all("Content-Type"))
          .hasSize(1)
          .first()
          .asString()
          .startsWith("application/json");
      assertThat(answer.body()).startsWith("{\"clerk_error\":{\"type\":\"forbidden\"");
      assertThat(answer.all("Cache-Control")).containsExactly("no-store");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("replaces what the application has begun, and is for nobody else")
  void begun(TestServer server) {
    Answer answer =
        EdgeServers.openPlain(server)
            .get("/asks")
            .with("Test-Caching", "set ask")
            .with("Test-Ask-By", "authenticate")
            .with("Accept", "application/json")
            .send();
    assertProblem(answer, 401, "Unauthorized", "session-token-and-uat-missing", "sign-in");
    assertThat(answer.body()).doesNotContain("asked");
  }

  private static void both(Wire wire, int status, String title, String reason, String resolution) {
    Answer page = wire.with("Accept-Language", "en").send();
    assertThat(page.status()).as("page " + status).isEqualTo(status);
    assertThat(String.join("", page.all("Content-Type"))).doesNotContain("json");
    Answer problem = wire.with("Accept", "application/json").send();
    assertProblem(problem, status, title, reason, resolution);
  }

  private static void assertProblem(
      Answer answer, int status, String title, String reason, String resolution) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.first("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.all("Cache-Control")).containsExactly("no-store");
    assertThat(answer.all("Vary")).contains("Cookie, Authorization");
    Map<?, ?> problem = read(answer.body());
    assertThat(problem.get("type")).isEqualTo("about:blank");
    assertThat(problem.get("status")).isEqualTo((long) status);
    assertThat(problem.get("title")).isEqualTo(title);
    if (resolution != null) {
      assertThat(problem.get("resolution")).isEqualTo(resolution);
    }
    if (reason != null) {
      assertThat(problem.get("reason")).isEqualTo(reason.isEmpty() ? null : reason);
    }
    assertThat(answer.body()).doesNotContain("sk_test");
  }

  private static Map<?, ?> read(String body) {
    try {
      return (Map<?, ?>) JsonValues.read(body);
    } catch (JsonSyntaxException e) {
      throw new AssertionError(body, e);
    }
  }
}
