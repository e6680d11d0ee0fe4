package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.json;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static io.github.clerkjakarta.testkit.Tab.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** API keys as people make them in a browser, with the calls of Clerk's component. */
@ExtendWith(LocalClerkExtension.class)
class ApiKeysApiTest {

  private final LocalClerk clerk;

  ApiKeysApiTest(LocalClerk clerk) {
    this.clerk = clerk;
  }

  @Test
  @DisplayName("a person makes a key, sees it in a list without its secret, and revokes it")
  void own() {
    String token = clerk.session(ADA).token();

    Map<String, Object> made = json(create(token, ADA.id(), "nightly export", Map.of()));

    assertThat(made)
        .containsEntry("name", "nightly export")
        .containsEntry("subject", ADA.id())
        .containsEntry("created_by", ADA.id())
        .containsEntry("expiration", null);
    assertThat(made.get("secret").toString()).startsWith("ak_");
    assertThat(verified(made)).isEqualTo(200);
    HttpResponse<String> list = list(token, ADA.id(), "NIGHT");
    assertThat(json(list)).containsEntry("total_count", 1L);
    assertThat(list.body())
        .contains(made.get("id").toString())
        .doesNotContain(made.get("secret").toString());
    assertThat(json(list(token, ADA.id(), "daily"))).containsEntry("total_count", 0L);

    assertThat(json(revoke(token, made))).containsEntry("revoked", true);

    assertThat(verified(made)).isEqualTo(404);
    assertThat(json(list(token, ADA.id(), ""))).containsEntry("total_count", 0L);
  }

  @Test
  @DisplayName("an organization's keys are for its admins, and for nobody else")
  void ofOrganization() {
    String admin = clerk.session(ADA).token();
    String member = clerk.session(BEN).token();
    Map<String, Object> made = json(create(admin, ACME.id(), "export", Map.of()));

    assertThat(made).containsEntry("subject", ACME.id());
    assertThat(error(create(member, ACME.id(), "mine", Map.of())))
        .isEqualTo("403 authorization_invalid");
    assertThat(error(list(member, ACME.id(), ""))).isEqualTo("403 authorization_invalid");
    assertThat(error(revoke(member, made))).isEqualTo("403 authorization_invalid");
    assertThat(error(list(member, ADA.id(), ""))).isEqualTo("403 authorization_invalid");
    assertThat(error(create(member, "", "mine", Map.of()))).isEqualTo("403 authorization_invalid");
    assertThat(verified(made)).isEqualTo(200);
  }

  @Test
  @DisplayName("a forged token, an expired one and one of a session that has ended make no key")
  void strangers() {
    Session session = clerk.session(ADA);
    for (String token :
        List.of(
            session.tokenBuilder().forged().token(),
            session.tokenBuilder().expired().token(),
            "a.b.c",
            "none")) {
      assertThat(error(create(token, ADA.id(), "mine", Map.of())))
          .isEqualTo("401 authentication_invalid");
    }
    String token = session.token();
    clerk.revoke(session);

    assertThat(error(create(token, ADA.id(), "mine", Map.of())))
        .isEqualTo("401 authentication_invalid");
    assertThat(error(Http.get(clerk.proxyUrl() + "/api_keys?subject=" + ADA.id())))
        .isEqualTo("401 authentication_invalid");
  }

  @Test
  @DisplayName("a key has a name of its own, and may have an end")
  void nameAndEnd() {
    String token = clerk.session(ADA).token();
    Map<String, Object> made =
        json(create(token, ADA.id(), "export", Map.of("seconds_until_expiration", 86_400)));
    Map<String, Object> over =
        json(create(token, ADA.id(), "over", Map.of("seconds_until_expiration", 0)));

    assertThat((Long) made.get("expiration") - (Long) made.get("created_at"))
        .isBetween(86_400_000L, 86_410_000L);
    assertThat(verified(over)).isEqualTo(404);
    assertThat(error(create(token, ADA.id(), "export", Map.of())))
        .isEqualTo("409 token_creation_conflict");
    assertThat(error(create(token, ADA.id(), " ", Map.of()))).isEqualTo("422 form_param_nil");
  }

  @Test
  @DisplayName("below the path of a proxy it is asked with two slashes, as ClerkJS does")
  void belowProxyPath() {
    String token = "Bearer " + clerk.session(ADA).token();
    String address = clerk.proxyUrl() + "/__clerk";

    assertThat(
            Http.get(address + "//api_keys?subject=" + ADA.id(), "Authorization", token)
                .statusCode())
        .isEqualTo(200);
    assertThat(Http.get(address + "/.well-known/jwks.json").statusCode()).isEqualTo(200);
    assertThat(Http.get(clerk.proxyUrl() + "/__clerks/.well-known/jwks.json").statusCode())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("pages of other origins on this machine may ask, by CORS")
  void crossOrigin() {
    HttpResponse<String> preflight = Http.options(clerk.proxyUrl() + "/api_keys", Tab.ORIGIN);

    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).contains(Tab.ORIGIN);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("Authorization");
  }

  private HttpResponse<String> create(
      String token, String subject, String name, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("type", "api_key");
    body.put("subject", subject);
    body.put("name", name);
    return Http.postJson(clerk.proxyUrl() + "/api_keys", body, "Authorization", "Bearer " + token);
  }

  private HttpResponse<String> list(String token, String subject, String query) {
    return Http.get(
        clerk.proxyUrl() + "/api_keys?subject=" + subject + "&query=" + query,
        "Authorization",
        "Bearer " + token);
  }

  private HttpResponse<String> revoke(String token, Map<String, Object> key) {
    return Http.postJson(
        clerk.proxyUrl() + "/api_keys/" + key.get("id") + "/revoke",
        Map.of(),
        "Authorization",
        "Bearer " + token);
  }

  /** What the application hears about the key. */
  private int verified(Map<String, Object> key) {
    return Http.postJson(
            clerk.apiUrl() + "/api_keys/verify",
            Map.of("secret", key.get("secret")),
            "Authorization",
            "Bearer " + clerk.secretKey())
        .statusCode();
  }
}
