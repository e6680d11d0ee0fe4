package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TestTokensTest {

  private final TestTokens tokens = TestTokens.seeded("test");

  @Test
  @DisplayName("a role and permissions are in the token as Clerk encodes them, signed by the key")
  void organization() throws Exception {
    String token =
        tokens
            .signedIn()
            .orgRole("org:admin")
            .permission("org:invoices:create")
            .permission("org:teams:read")
            .feature("u:support")
            .plan("o:pro")
            .token();

    assertThat(Http.jwt(token).verify(new RSASSAVerifier(Http.publicKey(tokens.jwtKey()))))
        .isTrue();
    assertThat(claims(token))
        .containsEntry("iss", tokens.issuer())
        .containsEntry("sub", "user_ada")
        .containsEntry("fea", "o:invoices,o:teams,u:support")
        .containsEntry("pla", "o:pro")
        .containsEntry(
            "o",
            Map.of(
                "id",
                "org_acme",
                "slg",
                "acme",
                "rol",
                "admin",
                "per",
                "create,read",
                "fpm",
                "1,2"));
  }

  @Test
  @DisplayName("a person alone has no organization; every method leaves the token before as it is")
  void person() {
    TestToken before = tokens.signedIn().userId("user_7");
    TestToken after =
        before.pending().impersonatedBy("user_support").factorVerificationAge(30, 5).claim("x", 1);

    assertThat(claims(before.token()))
        .containsEntry("sub", "user_7")
        .containsEntry("sts", "active")
        .doesNotContainKeys("o", "act", "x");
    assertThat(claims(after.token()))
        .containsEntry("sts", "pending")
        .containsEntry("fva", List.of(30L, 5L))
        .containsEntry("x", 1L)
        .containsKey("act");
  }

  @Test
  @DisplayName("version 1 of the claims says the same")
  void version1() {
    String token =
        tokens.signedIn().permission("org:invoices:create").tokenBuilder().version1().token();

    assertThat(claims(token))
        .containsEntry("org_role", "org:member")
        .containsEntry("org_permissions", List.of("org:invoices:create"))
        .doesNotContainKeys("o", "v");
  }

  @Test
  @DisplayName("a role without its prefix and a permission without its feature are refused")
  void wrong() {
    assertThatThrownBy(() -> tokens.signedIn().orgRole("admin"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("admin is no role, which looks like org:admin");
    assertThatThrownBy(() -> tokens.signedIn().permission("org:create"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("the same seed signs with the same key, no seed with a new one")
  void keys() {
    assertThat(TestTokens.seeded("test").jwtKey()).isEqualTo(tokens.jwtKey());
    assertThat(TestTokens.create().jwtKey()).isNotEqualTo(TestTokens.create().jwtKey());
  }
}
