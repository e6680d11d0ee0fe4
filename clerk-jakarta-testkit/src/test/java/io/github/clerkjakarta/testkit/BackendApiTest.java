package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Http.json;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalClerkExtension.class)
class BackendApiTest {

  private final LocalClerk clerk;

  BackendApiTest(LocalClerk clerk) {
    this.clerk = clerk;
  }

  @Test
  @DisplayName("the key set is for those who have the secret key")
  void jwks() {
    HttpResponse<String> response = get("/v1/jwks");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).get("keys")).asInstanceOf(LIST).hasSize(1);
    assertThat(response.body()).doesNotContain("\"d\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/jwks", "/v1/clients/handshake_payload?nonce=n", "/v1/sessions/sess_1"})
  @DisplayName("another secret key, or none, gets Clerk's error and nothing else")
  void wrongSecretKey(String path) {
    HttpResponse<String> wrong =
        Http.get(clerk.apiUrl() + path, "Authorization", "Bearer sk_test_wrong");
    HttpResponse<String> none = Http.get(clerk.apiUrl() + path);

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(errorCode(wrong)).isEqualTo("clerk_key_invalid");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(errorCode(none)).isEqualTo("authorization_header_format_invalid");
  }

  @Test
  @DisplayName("a nonce is exchanged once")
  void nonce() {
    String nonce = clerk.handshakeNonce(List.of("__session=; Path=/", "__client_uat=0; Path=/"));
    String path = "/v1/clients/handshake_payload?nonce=" + nonce;

    HttpResponse<String> first = get(path);
    HttpResponse<String> second = get(path);

    assertThat(json(first))
        .containsEntry("directives", List.of("__session=; Path=/", "__client_uat=0; Path=/"));
    assertThat(second.statusCode()).isEqualTo(404);
    assertThat(errorCode(second)).isEqualTo("resource_not_found");
  }

  @Test
  @DisplayName("a session is described, revoked, and then issues no more tokens")
  void revoke() {
    Session session = clerk.session(ADA).organization(ACME);
    String path = "/v1/sessions/" + session.id();

    assertThat(json(get(path)))
        .containsEntry("object", "session")
        .containsEntry("user_id", "user_ada")
        .containsEntry("status", "active")
        .containsEntry("last_active_organization_id", "org_acme");
    String token = (String) json(post(path + "/tokens")).get("jwt");
    assertThat(claims(token)).containsEntry("sid", session.id()).doesNotContainKey("azp");

    assertThat(json(post(path + "/revoke"))).containsEntry("status", "revoked");
    assertThat(session.status()).isEqualTo(SessionStatus.REVOKED);
    assertThat(post(path + "/tokens").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("a session issues tokens by the JWT templates that there are")
  void jwtTemplate() {
    clerk.jwtTemplate("hasura", Map.of("x-hasura-role", "editor"));
    Session session = clerk.session(ADA).organization(ACME);
    String path = "/v1/sessions/" + session.id() + "/tokens/";

    HttpResponse<String> issued = post(path + "hasura");

    String token = (String) json(issued).get("jwt");
    assertThat(claims(token))
        .containsEntry("sub", "user_ada")
        .containsEntry("x-hasura-role", "editor")
        .doesNotContainKeys("sid", "azp", "o");
    assertThat(Http.jwt(token).getHeader().getCustomParam("cat")).isEqualTo("cl_B7d4PD222AAA");
    assertThat(post(path + "supabase").statusCode()).isEqualTo(404);
    clerk.revoke(session);
    assertThat(post(path + "hasura").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("a refresh token is exchanged for session cookies while the session lasts")
  void refresh() {
    Session session = clerk.session(ADA).organization(ACME).refreshable();
    String refreshToken = session.cookies().get("__refresh_" + clerk.cookieSuffix());
    String path = "/v1/sessions/" + session.id() + "/refresh";
    Map<String, Object> body =
        Map.of(
            "format",
            "cookie",
            "expired_token",
            session.tokenBuilder().expired().token(),
            "refresh_token",
            refreshToken,
            "request_origin",
            "https://app.example",
            "request_headers",
            Map.of("accept", List.of("text/html")));

    List<?> cookies =
        (List<?>) json(postJson(path + "?suffixed_cookies=true", body)).get("cookies");

    assertThat(cookies).hasSize(2);
    String first = (String) cookies.get(0);
    assertThat(first).startsWith("__session=").contains("; Path=/").contains("; Secure");
    assertThat(claims(first.substring("__session=".length(), first.indexOf(';'))))
        .containsEntry("sid", session.id())
        .containsEntry("azp", "https://app.example");
    assertThat((String) cookies.get(1)).startsWith("__session_" + clerk.cookieSuffix() + "=");

    HttpResponse<String> other = postJson(path, Map.of("refresh_token", "rt_other"));
    assertThat(other.statusCode()).isEqualTo(401);
    assertThat(errorCode(other)).isEqualTo("refresh_token_not_found");
    clerk.revoke(session);
    assertThat(postJson(path, body).statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("without a refresh token nothing is exchanged, not even for none")
  void notRefreshable() {
    Session session = clerk.session(ADA);

    assertThat(session.cookies()).doesNotContainKey("__refresh_" + clerk.cookieSuffix());
    assertThat(postJson("/v1/sessions/" + session.id() + "/refresh", Map.of()).statusCode())
        .isEqualTo(401);
  }

  @Test
  @DisplayName("a user is described with its primary e-mail address")
  void user() {
    Map<String, Object> user = json(get("/v1/users/user_ada"));

    assertThat(user)
        .containsEntry("object", "user")
        .containsEntry("id", "user_ada")
        .containsEntry("first_name", "Ada")
        .containsEntry("primary_email_address_id", "idn_ada")
        .containsEntry("public_metadata", Map.of());
    assertThat(user.get("email_addresses"))
        .asInstanceOf(LIST)
        .first()
        .asInstanceOf(MAP)
        .containsEntry("object", "email_address")
        .containsEntry("id", "idn_ada")
        .containsEntry("email_address", "ada@example.com");
    assertThat(get("/v1/users/user_nobody").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("what does not exist is 404 in Clerk's shape")
  void unknown() {
    assertThat(get("/v1/sessions/sess_none").statusCode()).isEqualTo(404);
    assertThat(errorCode(get("/v1/nothing"))).isEqualTo("resource_not_found");
    assertThat(errorCode(post("/v1/jwks"))).isEqualTo("resource_not_found");
  }

  @Test
  @DisplayName("a testing token is issued")
  void testingToken() {
    assertThat(json(post("/v1/testing_tokens")))
        .containsEntry("object", "testing_token")
        .containsKeys("token", "expires_at");
  }

  @Test
  @DisplayName("requests are remembered without what they must not show")
  void requests() {
    get("/v1/clients/handshake_payload?nonce=very-secret");
    Http.get(clerk.apiUrl() + "/v1/jwks");

    assertThat(clerk.requests())
        .containsExactly(
            new RecordedRequest(
                "GET", "/v1/clients/handshake_payload", Map.of("nonce", "very-secret"), true),
            new RecordedRequest("GET", "/v1/jwks", Map.of(), false));
    assertThat(clerk.requests()).asString().contains("nonce").doesNotContain("very-secret");
  }

  private HttpResponse<String> get(String path) {
    return Http.get(clerk.apiUrl() + path, "Authorization", "Bearer " + clerk.secretKey());
  }

  private HttpResponse<String> post(String path) {
    return Http.post(
        clerk.apiUrl() + path, Map.of(), "Authorization", "Bearer " + clerk.secretKey());
  }

  private HttpResponse<String> postJson(String path, Map<String, ?> body) {
    return Http.postJson(
        clerk.apiUrl() + path, body, "Authorization", "Bearer " + clerk.secretKey());
  }

  private static Object errorCode(HttpResponse<String> response) {
    List<?> errors = (List<?>) json(response).get("errors");
    return ((Map<?, ?>) errors.get(0)).get("code");
  }
}
