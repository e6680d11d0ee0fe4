package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Http.json;
import static io.github.clerkjakarta.testkit.Http.jwt;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalClerkExtension.class)
class MachineTokenTest {

  private static final String API_KEYS = "/api_keys/verify";
  private static final String M2M_TOKENS = "/m2m_tokens/verify";
  private static final String OAUTH_TOKENS = "/oauth_applications/access_tokens/verify";

  private final LocalClerk clerk;

  MachineTokenTest(LocalClerk clerk) {
    this.clerk = clerk;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/v1"})
  @DisplayName("an API key is verified, with the version in the path or without it")
  void apiKey(String version) {
    ApiKey key =
        clerk.apiKey(ADA).name("ci").scope("invoices:read").scope("b").claim("team", "red");

    assertThat(key.token()).startsWith("ak_").isNotEqualTo(key.id());
    assertThat(json(verify(version + API_KEYS, "secret", key)))
        .containsEntry("object", "api_key")
        .containsEntry("id", key.id())
        .containsEntry("name", "ci")
        .containsEntry("subject", "user_ada")
        .containsEntry("scopes", List.of("invoices:read", "b"))
        .containsEntry("claims", Map.of("team", "red"))
        .doesNotContainKey("secret");
    assertThat(json(verify(version + API_KEYS, "secret", clerk.apiKey(ACME))))
        .containsEntry("subject", "org_acme");
  }

  @Test
  @DisplayName("an M2M token is verified, with the secret key or with a machine's")
  void m2mToken() {
    M2mToken token = clerk.m2mToken("mch_reports").scope("mch_invoices").claim("a", 1);

    assertThat(token.token()).startsWith("mt_");
    assertThat(json(verify(M2M_TOKENS, "token", token)))
        .containsEntry("subject", "mch_reports")
        .containsEntry("scopes", List.of("mch_invoices"))
        .containsEntry("claims", Map.of("a", 1L));
    assertThat(verify(clerk.machineSecretKey(), M2M_TOKENS, "token", token).statusCode())
        .isEqualTo(200);
    assertThat(verify(clerk.machineSecretKey(), API_KEYS, "secret", token).statusCode())
        .isEqualTo(401);
    assertThat(clerk.requests())
        .extracting(RecordedRequest::authorized)
        .containsExactly(true, true, false);
  }

  @Test
  @DisplayName("an OAuth token is verified")
  void oauthToken() {
    OAuthToken token = clerk.oauthToken(ADA).client("client_desktop").scope("profile");

    assertThat(token.token()).startsWith("oat_");
    assertThat(json(verify(OAUTH_TOKENS, "access_token", token)))
        .containsEntry("subject", "user_ada")
        .containsEntry("client_id", "client_desktop")
        .containsEntry("scopes", List.of("profile"));
  }

  @Test
  @DisplayName("M2M and OAuth tokens are there as JWTs too, signed by the instance")
  void jwts() throws Exception {
    String m2m = clerk.m2mToken("mch_reports").scope("mch_a").scope("mch_b").claim("c", "d").jwt();
    String oauth = clerk.oauthToken(ADA).client("client_desktop").scope("profile").jwt();

    RSASSAVerifier signature = new RSASSAVerifier(Http.publicKey(clerk.jwtKey()));
    assertThat(jwt(m2m).verify(signature)).isTrue();
    assertThat(jwt(oauth).verify(signature)).isTrue();
    assertThat(jwt(m2m).getHeader().getCustomParam("cat")).isEqualTo("cl_B7d4PD333AAA");
    assertThat(claims(m2m))
        .containsEntry("sub", "mch_reports")
        .containsEntry("aud", List.of("mch_a", "mch_b"))
        .containsEntry("scopes", "mch_a mch_b")
        .containsEntry("c", "d");
    assertThat(jwt(oauth).getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(claims(oauth))
        .containsEntry("sub", "user_ada")
        .containsEntry("client_id", "client_desktop")
        .containsEntry("scope", "profile");
  }

  @Test
  @DisplayName("what is unknown, expired, revoked or of another kind is 404")
  void notFound() {
    ApiKey revoked = clerk.apiKey(ADA);
    clerk.revoke(revoked);

    assertThat(verify(API_KEYS, "secret", revoked).statusCode()).isEqualTo(404);
    assertThat(verify(API_KEYS, "secret", clerk.apiKey(ADA).expired()).statusCode()).isEqualTo(404);
    assertThat(verify(API_KEYS, "secret", clerk.m2mToken("mch_1")).statusCode()).isEqualTo(404);
    assertThat(verify(M2M_TOKENS, "token", clerk.m2mToken("mch_1").expired()).statusCode())
        .isEqualTo(404);
    assertThat(verify(OAUTH_TOKENS, "access_token", clerk.oauthToken(ADA).expired()).statusCode())
        .isEqualTo(404);
    assertThat(
            Http.postJson(
                    clerk.apiUrl() + API_KEYS,
                    Map.of("secret", "ak_invented"),
                    "Authorization",
                    "Bearer " + clerk.secretKey())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("a token names itself without its secret")
  void toStringHidesTheSecret() {
    ApiKey key = clerk.apiKey(ADA);

    assertThat(key).hasToString(key.id() + " of user_ada");
  }

  private HttpResponse<String> verify(String path, String member, MachineToken token) {
    return verify(clerk.secretKey(), path, member, token);
  }

  private HttpResponse<String> verify(String key, String path, String member, MachineToken token) {
    return Http.postJson(
        clerk.apiUrl() + path, Map.of(member, token.token()), "Authorization", "Bearer " + key);
  }
}
