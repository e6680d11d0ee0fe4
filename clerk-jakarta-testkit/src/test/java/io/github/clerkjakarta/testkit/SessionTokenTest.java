package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static io.github.clerkjakarta.testkit.Http.jwt;
import static io.github.clerkjakarta.testkit.Http.publicKey;
import static io.github.clerkjakarta.testkit.Organization.ACME;
import static io.github.clerkjakarta.testkit.Organization.GLOBEX;
import static io.github.clerkjakarta.testkit.Person.ADA;
import static io.github.clerkjakarta.testkit.Person.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionTokenTest {

  private static final long NOW = 1_795_417_264L;

  private static LocalClerk clerk;

  @BeforeAll
  static void start() {
    clerk =
        LocalClerk.builder()
            .clock(Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC))
            .authorizedParty("https://app.example")
            .start();
  }

  @AfterAll
  static void close() {
    clerk.close();
  }

  @Test
  @DisplayName("a session token has the header and the claims that Clerk's have")
  void likeClerks() {
    Session session = clerk.session(ADA).organization(ACME);

    String token = session.token();

    assertThat(jwt(token).getHeader().toJSONObject())
        .containsOnlyKeys("alg", "kid", "typ", "cat")
        .containsEntry("alg", "RS256")
        .containsEntry("typ", "JWT")
        .containsEntry("cat", "cl_B7d4PD111AAA");
    Map<String, Object> claims = claims(token);
    assertThat(claims.remove("jti")).asString().isNotEmpty();
    assertThat(claims)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("azp", "https://app.example"),
                Map.entry("iss", clerk.issuer()),
                Map.entry("sub", "user_ada"),
                Map.entry("sid", session.id()),
                Map.entry("iat", NOW),
                Map.entry("nbf", NOW - 10),
                Map.entry("exp", NOW + 60),
                Map.entry("fva", List.of(0L, -1L)),
                Map.entry("v", 2L),
                Map.entry("sts", "active"),
                Map.entry("fea", "o:invoices"),
                Map.entry("pla", "o:free_org"),
                Map.entry(
                    "o",
                    Map.of(
                        "id", "org_acme",
                        "slg", "acme",
                        "rol", "admin",
                        "per", "create,read",
                        "fpm", "3"))));
  }

  @Test
  @DisplayName("the published key verifies it, and so does the PEM key")
  void verifies() throws Exception {
    SignedJWT token = jwt(clerk.sessionToken(ADA));

    JWKSet published = JWKSet.parse(Http.get(clerk.proxyUrl() + "/.well-known/jwks.json").body());

    assertThat(token.verify(verifier(published.getKeyByKeyId(token.getHeader().getKeyID()))))
        .isTrue();
    assertThat(token.verify(new RSASSAVerifier(publicKey(clerk.jwtKey())))).isTrue();
  }

  @Test
  @DisplayName("a role without permissions has no mask, a personal account no organization")
  void organizations() {
    assertThat(claims(clerk.session(BEN).organization(ACME).token()))
        .containsEntry(
            "o",
            Map.of("id", "org_acme", "slg", "acme", "rol", "member", "per", "read", "fpm", "1"));
    assertThat(claims(clerk.session(ADA).organization(GLOBEX).token()))
        .containsEntry("o", Map.of("id", "org_globex", "slg", "globex", "rol", "member"));
    assertThat(claims(clerk.session(ADA).organization(ACME).personalAccount().token()))
        .doesNotContainKeys("o", "fea")
        .containsEntry("pla", "u:free_user");
  }

  @Test
  @DisplayName("nobody is active in an organization of others")
  void noMember() {
    Session session = clerk.session(BEN);

    assertThatThrownBy(() -> session.organization(GLOBEX))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Ben is no member of Globex");
  }

  @Test
  @DisplayName("pending and impersonated sessions say so")
  void statusAndActor() {
    Session session = clerk.session(ADA).pending().impersonatedBy("user_support");

    assertThat(claims(session.token()))
        .containsEntry("sts", "pending")
        .containsEntry(
            "act",
            Map.of(
                "iss", "https://dashboard.clerk.com",
                "sid", session.id(),
                "sub", "user_support"));
  }

  @Test
  @DisplayName("version 1 spells the organization out")
  void version1() {
    assertThat(claims(clerk.session(ADA).organization(ACME).tokenBuilder().version1().token()))
        .doesNotContainKeys("v", "o", "fea", "pla", "sts")
        .containsEntry("org_id", "org_acme")
        .containsEntry("org_slug", "acme")
        .containsEntry("org_role", "org:admin")
        .containsEntry("org_permissions", List.of("org:invoices:create", "org:invoices:read"))
        .containsKeys("sid", "fva");
  }

  @Test
  @DisplayName("any header and any claim can be set to anything, or left out")
  void anything() {
    String token =
        clerk
            .session(ADA)
            .tokenBuilder()
            .header("alg", "none")
            .header("crit", List.of("b64"))
            .withoutHeader("typ")
            .claim("exp", "soon")
            .claim("o", null)
            .withoutClaim("iat")
            .token();

    String[] parts = token.split("\\.", -1);
    assertThat(decode(parts[0])).contains("\"alg\":\"none\"", "\"crit\":[\"b64\"]");
    assertThat(decode(parts[0])).doesNotContain("\"typ\"");
    assertThat(decode(parts[1]))
        .contains("\"exp\":\"soon\"", "\"o\":null")
        .doesNotContain("\"iat\"");
  }

  @Test
  @DisplayName("an expired token keeps its lifetime and is out for longer than any clock skew")
  void expired() {
    assertThat(claims(clerk.session(ADA).tokenBuilder().expired().token()))
        .containsEntry("exp", NOW - 3600)
        .containsEntry("iat", NOW - 3660);
  }

  @Test
  @DisplayName("a forged token names a known key, one of an unknown key an unknown one")
  void otherKeys() throws Exception {
    String knownId = jwt(clerk.sessionToken(ADA)).getHeader().getKeyID();
    SignedJWT forged = jwt(clerk.session(ADA).tokenBuilder().forged().token());
    SignedJWT unknown = jwt(clerk.session(ADA).tokenBuilder().unknownKey().token());

    assertThat(forged.getHeader().getKeyID()).isEqualTo(knownId);
    assertThat(forged.verify(new RSASSAVerifier(publicKey(clerk.jwtKey())))).isFalse();
    assertThat(unknown.getHeader().getKeyID()).isNotEqualTo(knownId);
  }

  @Test
  @DisplayName("template and machine tokens carry their category and nothing of the session")
  void otherCategories() {
    String template = clerk.session(ADA).tokenBuilder().jwtTemplate().token();
    String machine = clerk.session(ADA).tokenBuilder().machine("mch_1").token();

    assertThat(jwt(template).getHeader().toJSONObject()).containsEntry("cat", "cl_B7d4PD222AAA");
    assertThat(claims(template)).containsOnlyKeys("azp", "iss", "sub", "jti", "iat", "nbf", "exp");
    assertThat(jwt(machine).getHeader().toJSONObject()).containsEntry("cat", "cl_B7d4PD333AAA");
    assertThat(claims(machine)).containsEntry("sub", "mch_1").doesNotContainKey("sid");
  }

  @Test
  @DisplayName("after a rotation both keys are published, after the withdrawal the new one alone")
  void rotation() throws Exception {
    try (LocalClerk rotating = LocalClerk.builder().tokenLifetime(Duration.ofHours(1)).start()) {
      String before = jwt(rotating.sessionToken(ADA)).getHeader().getKeyID();
      rotating.rotateKey();
      String after = jwt(rotating.sessionToken(ADA)).getHeader().getKeyID();

      String address = rotating.proxyUrl() + "/.well-known/jwks.json";
      JWKSet overlap = JWKSet.parse(Http.get(address).body());
      rotating.withdrawEarlierKeys();
      JWKSet end = JWKSet.parse(Http.get(address).body());

      assertThat(overlap.getKeys()).extracting(JWK::getKeyID).containsExactly(after, before);
      assertThat(end.getKeys()).extracting(JWK::getKeyID).containsExactly(after);
    }
  }

  @Test
  @DisplayName("the cookies of a browser come under both names, in development with its token")
  void cookies() {
    String suffix = clerk.cookieSuffix();

    Map<String, String> cookies = clerk.session(ADA).cookies();

    assertThat(cookies)
        .containsOnlyKeys(
            "__session",
            "__session_" + suffix,
            "__client_uat",
            "__client_uat_" + suffix,
            "__clerk_db_jwt",
            "__clerk_db_jwt_" + suffix)
        .containsEntry("__client_uat", Long.toString(NOW));
    assertThat(claims(cookies.get("__session"))).containsEntry("sub", "user_ada");
  }

  private static JWSVerifier verifier(JWK key) throws Exception {
    return new RSASSAVerifier(key.toRSAKey());
  }

  private static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
