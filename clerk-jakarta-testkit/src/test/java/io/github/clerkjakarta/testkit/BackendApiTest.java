package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Http.json;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

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

  private static Object errorCode(HttpResponse<String> response) {
    List<?> errors = (List<?>) json(response).get("errors");
    return ((Map<?, ?>) errors.get(0)).get("code");
  }
}
