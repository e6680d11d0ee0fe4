package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.json;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static io.github.clerkjakarta.testkit.Tab.error;
import static io.github.clerkjakarta.testkit.Tab.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.testkit.internal.http.Json;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server changes at LocalClerk, as browsers then find it. */
@ExtendWith(LocalClerkExtension.class)
class BackOfficeApiTest {

  private final LocalClerk clerk;

  BackOfficeApiTest(LocalClerk clerk) {
    this.clerk = clerk;
  }

  @Test
  @DisplayName("a sign-in token signs its user in, once")
  void signInToken() {
    String ticket = (String) post("/v1/sign_in_tokens", Map.of("user_id", ADA.id())).get("token");
    Tab tab = new Tab(clerk);

    HttpResponse<String> first = redeem(tab, ticket);

    assertThat(response(first)).containsEntry("status", "complete");
    assertThat(tab.sessionId()).isEqualTo(response(first).get("created_session_id"));
    assertThat(redeem(new Tab(clerk), ticket).statusCode()).isEqualTo(422);
  }

  @Test
  @DisplayName("a sign-in token that was revoked, or whose time is over, signs nobody in")
  void endedSignInToken() {
    Map<String, Object> revoked = post("/v1/sign_in_tokens", Map.of("user_id", ADA.id()));
    post("/v1/sign_in_tokens/" + revoked.get("id") + "/revoke", Map.of());
    Map<String, Object> late =
        post("/v1/sign_in_tokens", Map.of("user_id", ADA.id(), "expires_in_seconds", 0));

    assertThat(redeem(new Tab(clerk), (String) revoked.get("token")).statusCode()).isEqualTo(422);
    assertThat(redeem(new Tab(clerk), (String) late.get("token")).statusCode()).isEqualTo(422);
  }

  @Test
  @DisplayName("whoever is banned can't sign in until that ends")
  void banned() {
    post("/v1/users/" + BEN.id() + "/ban", Map.of());

    HttpResponse<String> refused = new Tab(clerk).signIn(BEN);

    assertThat(error(refused)).isEqualTo("403 user_banned");
    post("/v1/users/" + BEN.id() + "/unban", Map.of());
    assertThat(new Tab(clerk).signIn(BEN).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("metadata are merged as deep as they go, and null takes a member away")
  void metadata() {
    String path = "/v1/users/" + ADA.id() + "/metadata?_method=PATCH";
    post(path, Map.of("public_metadata", Map.of("a", Map.of("b", 1, "c", 2), "d", 3)));
    Map<String, Object> user =
        post(
            path,
            Map.of("public_metadata", Map.of("a", Map.of("b", 4)), "private_metadata", Map.of()));

    assertThat(user.get("public_metadata"))
        .isEqualTo(Map.of("a", Map.of("b", 4L, "c", 2L), "d", 3L));
    assertThat(Json.merged(Map.of("a", 1, "b", 2), Json.members("a", null)))
        .isEqualTo(Map.of("b", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/users",
        "/v1/users/count",
        "/v1/organizations",
        "/v1/organizations/org_acme",
        "/v1/organizations/org_acme/memberships",
        "/v1/invitations",
        "/v1/sessions"
      })
  @DisplayName("nobody is answered without the secret key, and no browser")
  void secretKey(String path) {
    HttpResponse<String> wrong =
        Http.get(clerk.apiUrl() + path, "Authorization", "Bearer sk_test_wrong");

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains("clerk_key_invalid").doesNotContain(ADA.id());
    assertThat(Http.get(clerk.apiUrl() + path).body()).doesNotContain(ADA.id());
  }

  private static HttpResponse<String> redeem(Tab tab, String ticket) {
    return tab.post("/v1/client/sign_ins", "strategy", "ticket", "ticket", ticket);
  }

  private Map<String, Object> post(String path, Map<String, ?> body) {
    return json(
        Http.postJson(clerk.apiUrl() + path, body, "Authorization", "Bearer " + clerk.secretKey()));
  }
}
