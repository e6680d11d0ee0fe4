package io.github.clerkjakarta.servlet;

import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.example.MachineRoutes;
import io.github.clerkjakarta.servlet.Wire.Answer;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.LocalClerkExtension;
import io.github.clerkjakarta.testkit.RecordedRequest;
import io.github.clerkjakarta.testkit.Session;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Machine tokens at the edge")
class MachineTokensTest {

  @RegisterExtension static final LocalClerkExtension CLERK = LocalClerkExtension.start();

  private static final String RULES =
      """
      /who/session  = signed-in
      /who/keys     = accepts api_key
      /who/invoices = accepts api_key,oauth_token and scope invoices:read
      /who/m2m      = accepts m2m_token
      /who/both     = accepts session_token,api_key
      /who/any      = accepts any
      /who/open     = accepts api_key and public
      /who/quiet    = public
      /deep/**      = accepts oauth_token
      /routes/*     = public
      """;

  @ParameterizedTest
  @EnumSource
  @DisplayName("M1 an opaque token is asked about where a rule accepts its kind, and nowhere else")
  void verifiedWhereAccepted(TestServer server) {
    with(
        server,
        "",
        running -> {
          String key = clerk().apiKey(ADA).token();
          for (String path : List.of("/who/session", "/who/m2m", "/who/quiet", "/elsewhere")) {
            bearer(running, path, key).send();
          }
          bearer(running, "/who/keys", clerk().m2mToken("mch_1").token()).send();
          bearer(running, "/who/keys", clerk().oauthToken(ADA).token()).send();
          assertThat(verifications()).isEmpty();

          Answer answer = bearer(running, "/who/keys", key).send();
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.body()).startsWith("user=user_ada");
          assertThat(verifications()).containsExactly("/api_keys/verify");
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("M6 a route that says nothing accepts sessions alone")
  void sessionsAlone(TestServer server) {
    with(
        server,
        "",
        running -> {
          String session = clerk().session(ADA).token();
          assertThat(bearer(running, "/who/session", session).send().status()).isEqualTo(200);
          for (String token : machineTokens()) {
            assertThat(bearer(running, "/who/session", token).send().status()).isEqualTo(401);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S10 a token of another kind is 401 token-type-mismatch, never a redirect")
  void mismatch(TestServer server) {
    with(
        server,
        "",
        running -> {
          for (String token : machineTokens()) {
            assertMismatch(bearer(running, "/who/session", token).asDocument().send());
          }
          String session = clerk().session(ADA).token();
          for (String path : List.of("/who/keys", "/who/m2m", "/who/invoices")) {
            assertMismatch(bearer(running, path, session).asDocument().send());
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("S10 a browser's session is no key to a route for machines, and isn't sent away")
  void cookies(TestServer server) {
    with(
        server,
        "",
        running -> {
          Session ada = clerk().session(ADA);
          Answer keys = running.page("/who/keys", ada.cookieHeader()).send();
          assertThat(keys.status()).isEqualTo(401);
          assertThat(keys.all("WWW-Authenticate")).containsExactly("Bearer");
          assertThat(running.page("/who/both", ada.cookieHeader()).send().status()).isEqualTo(200);
          Answer nobody = running.page("/who/both", "__clerk_db_jwt=dvb_1").send();
          assertThat(nobody.status()).isEqualTo(302);
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("M2 what Clerk says about a token decides between 401 and 503")
  void verdicts(TestServer server) {
    with(
        server,
        "",
        running -> {
          Answer unknown = bearer(running, "/who/keys", "ak_unknown").asDocument().send();
          assertThat(unknown.status()).isEqualTo(401);
          assertThat(unknown.all("WWW-Authenticate"))
              .containsExactly("Bearer error=\"invalid_token\"");
          assertThat(unknown.all("x-clerk-auth-reason")).containsExactly("token-invalid");
          clerk().answerWith("/api_keys/verify", 401, "{}");
          assertUnavailable(bearer(running, "/who/keys", "ak_x").send(), "secret-key-invalid");
          clerk().answerWith("/api_keys/verify", 500, "{}");
          assertUnavailable(bearer(running, "/who/keys", "ak_y").send(), "unexpected-error");
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("M4 a revoked key is refused with the next request")
  void revoked(TestServer server) {
    with(
        server,
        "",
        running -> {
          var key = clerk().apiKey(ADA);
          assertThat(bearer(running, "/who/keys", key.token()).send().status()).isEqualTo(200);
          clerk().revoke(key);
          assertThat(bearer(running, "/who/keys", key.token()).send().status()).isEqualTo(401);
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a machine that lacks a scope is told which")
  void scopes(TestServer server) {
    with(
        server,
        "",
        running -> {
          String without = clerk().apiKey(ADA).token();
          Answer lacking = bearer(running, "/who/invoices", without).send();
          assertThat(lacking.status()).isEqualTo(403);
          assertThat(lacking.all("WWW-Authenticate"))
              .containsExactly("Bearer error=\"insufficient_scope\", scope=\"invoices:read\"");
          String jwt = clerk().oauthToken(ADA).scope("invoices:read").jwt();
          assertThat(bearer(running, "/who/invoices", jwt).send().status()).isEqualTo(200);
          String opaque = clerk().oauthToken(ADA).scope("invoices:read").token();
          assertThat(bearer(running, "/who/invoices", opaque).send().status()).isEqualTo(200);
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RFC 9728 a route for OAuth tokens says where clients learn who issues them")
  void resourceMetadata(TestServer server) {
    with(
        server,
        "/app",
        running -> {
          String origin = "http://app.example";
          Answer refused = running.get("/app/who/invoices?a=b").send();
          assertThat(refused.status()).isEqualTo(401);
          assertThat(refused.all("WWW-Authenticate"))
              .containsExactly(
                  "Bearer resource_metadata=\""
                      + origin
                      + "/app/.well-known/oauth-protected-resource/who/invoices\"");
          assertThat(running.get("/app/who/keys").send().all("WWW-Authenticate"))
              .containsExactly("Bearer");

          Answer metadata =
              running.get("/app/.well-known/oauth-protected-resource/who/invoices").send();
          assertThat(metadata.status()).isEqualTo(200);
          assertThat(metadata.first("Content-Type").orElseThrow()).startsWith("application/json");
          assertThat(metadata.all("Access-Control-Allow-Origin")).containsExactly("*");
          assertThat(metadata.body())
              .isEqualTo(
                  "{\"resource\":\""
                      + origin
                      + "/app/who/invoices\",\"authorization_servers\":[\""
                      + clerk().issuer()
                      + "\"],\"bearer_methods_supported\":[\"header\"],"
                      + "\"scopes_supported\":[\"invoices:read\",\"profile\"]}");
          Answer root = running.get("/app/.well-known/oauth-protected-resource").send();
          assertThat(root.body()).contains("\"resource\":\"" + origin + "/app\"");
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("P7 a path of thousands of segments has metadata, and is refused, as any other")
  void resourceDeepDown(TestServer server) {
    with(
        server,
        "",
        running -> {
          String deep = "/a".repeat(3_500);
          Answer metadata = running.get("/.well-known/oauth-protected-resource" + deep).send();
          assertThat(metadata.body()).contains("\"resource\":\"http://app.example" + deep + "\"");
          Answer refused = running.get("/deep" + deep).send();
          assertThat(refused.status()).isEqualTo(401);
          assertThat(refused.first("WWW-Authenticate").orElseThrow()).endsWith(deep + "\"");
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RFC 9728 the metadata are public for every origin, whatever comes with the request")
  void publicMetadata(TestServer server) {
    with(
        server,
        "",
        running -> {
          String path = "/.well-known/oauth-protected-resource/x";
          Answer preflight =
              running
                  .send("OPTIONS", path)
                  .with("Origin", "https://inspector.example")
                  .with("Access-Control-Request-Method", "GET")
                  .send();
          assertThat(preflight.status()).isEqualTo(204);
          assertThat(preflight.all("Access-Control-Allow-Origin")).containsExactly("*");
          assertThat(running.send("OPTIONS", path).send().status()).isEqualTo(204);
          Answer withKey = bearer(running, path, "ak_secret").send();
          assertThat(withKey.status()).isEqualTo(200);
          assertThat(verifications()).isEmpty();
          assertThat(running.get(path + "/%22%3Cx%3E").send().body()).doesNotContain("<");
          assertThat(running.send("POST", path).send().status()).isEqualTo(405);
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("M1 a call can accept other kinds than the route, and asks once")
  void perCall(TestServer server) {
    with(
        server,
        "",
        running -> {
          String key = clerk().apiKey(ACME).scope("invoices:read").token();
          Answer imported = bearer(running, "/routes/import", key).send();
          assertThat(imported.body()).isEqualTo("imported for org_acme");
          assertThat(verifications()).hasSize(1);
          Answer again = bearer(running, "/routes/twice", key).send();
          assertThat(again.body()).isEqualTo("org_acme org_acme nobody");
          assertThat(verifications()).hasSize(2);

          Answer refused = bearer(running, "/routes/import", "ak_unknown").send();
          assertThat(refused.status()).isEqualTo(401);
          assertThat(refused.all("WWW-Authenticate"))
              .containsExactly("Bearer error=\"invalid_token\"");
          String session = clerk().session(ADA).token();
          assertThat(bearer(running, "/routes/import", session).send().status()).isEqualTo(401);
          String cookies = clerk().session(ADA).cookieHeader();
          Answer page = running.page("/routes/import", cookies).send();
          assertThat(page.status()).isEqualTo(401);
          assertThat(running.page("/routes/report", cookies).send().body())
              .isEqualTo("report for user_ada");
          assertThat(bearer(running, "/routes/logged-out", key).send().body()).isEqualTo("nobody");
        });
  }

  private static void assertMismatch(Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.all("x-clerk-auth-reason")).containsExactly("token-type-mismatch");
    assertThat(answer.all("Location")).isEmpty();
    assertThat(answer.first("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer error=\"invalid_token\"");
  }

  private static void assertUnavailable(Answer answer, String reason) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.all("Retry-After")).hasSize(1);
    assertThat(answer.all("x-clerk-auth-reason")).containsExactly(reason);
  }

  private static List<String> machineTokens() {
    return List.of(
        clerk().apiKey(ADA).token(),
        clerk().m2mToken("mch_1").token(),
        clerk().m2mToken("mch_1").jwt(),
        clerk().oauthToken(ADA).token(),
        clerk().oauthToken(ADA).jwt());
  }

  private static List<String> verifications() {
    return clerk().requests().stream()
        .map(RecordedRequest::path)
        .filter(path -> path.endsWith("/verify"))
        .toList();
  }

  private static Wire bearer(RunningServer running, String path, String token) {
    return running.get(path).with("Authorization", "Bearer " + token);
  }

  private static void with(TestServer server, String contextPath, Consumer<RunningServer> test) {
    TestWar war =
        TestWar.of(clerk())
            .contextParam("clerk.protectedResourceMetadata", "true")
            .contextParam("clerk.scopesSupported", "invoices:read, profile")
            .contextParam("clerk.rules", RULES)
            .servlet(WhoServlet.class, "/who/*")
            .servlet(MachineRoutes.class, "/routes/*");
    try (RunningServer running = server.deploy(war.unpacked(), contextPath)) {
      test.accept(running);
    }
  }

  private static LocalClerk clerk() {
    return CLERK.clerk();
  }
}
