package io.github.clerkjakarta.servlet.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.TokenType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Access rules")
class AccessRulesTest {

  private static final Access OPEN = new Access.Open();
  private static final Access SIGNED_IN = new Access.SignedIn();
  private static final Access CLOSED = new Access.Closed();
  private static final Access ADMIN = new Access.Needs(Requirement.role("org:admin"));

  @Test
  @DisplayName("P8 without a rule there is nothing to judge; with one, all else is closed")
  void denyByDefault() {
    assertThat(AccessRules.NONE.isEmpty()).isTrue();
    AccessRules rules = AccessRules.builder().open("/public/**").build();
    assertThat(rules.isEmpty()).isFalse();
    assertThat(rules.accessTo("/public/x")).containsExactly(OPEN);
    assertThat(rules.accessTo("/other")).containsExactly(CLOSED);
    assertThat(rules.accessTo("/")).containsExactly(CLOSED);
  }

  @Test
  @DisplayName("P5 patterns are made of whole segments")
  void segments() {
    AccessRules rules = AccessRules.builder().open("/dashboard/**", "/a/*/c", "/one").build();
    assertThat(rules.accessTo("/dashboard")).containsExactly(OPEN);
    assertThat(rules.accessTo("/dashboard/a/b")).containsExactly(OPEN);
    assertThat(rules.accessTo("/dashboardxyz")).containsExactly(CLOSED);
    assertThat(rules.accessTo("/a/b/c")).containsExactly(OPEN);
    assertThat(rules.accessTo("/a/*/c")).containsExactly(OPEN);
    assertThat(rules.accessTo("/a/c")).containsExactly(CLOSED);
    assertThat(rules.accessTo("/a/b/c/d")).containsExactly(CLOSED);
    assertThat(rules.accessTo("/one")).containsExactly(OPEN);
    assertThat(rules.accessTo("/one/two")).containsExactly(CLOSED);
    assertThat(rules.accessTo("/ONE")).containsExactly(CLOSED);
  }

  @Test
  @DisplayName("P4 a path that ends with a slash satisfies both rules")
  void trailingSlash() {
    AccessRules rules =
        AccessRules.builder()
            .signedIn("/**")
            .require("/admin", Requirement.role("org:admin"))
            .open("/public", "/open/**")
            .build();
    assertThat(rules.accessTo("/admin/")).containsExactly(SIGNED_IN, ADMIN);
    assertThat(rules.accessTo("/public/")).containsExactly(SIGNED_IN, OPEN);
    assertThat(rules.accessTo("/open/")).containsExactly(OPEN, OPEN);
    assertThat(rules.accessTo("/")).containsExactly(SIGNED_IN);
  }

  @Test
  @DisplayName("The most specific pattern counts, in whatever order the rules come")
  void mostSpecific() {
    AccessRules rules =
        AccessRules.builder()
            .signedIn("/**")
            .open("/*/help")
            .require("/admin/**", Requirement.role("org:admin"))
            .closed("/admin/*/secret")
            .open("/admin/login")
            .build();
    assertThat(rules.accessTo("/x/y")).containsExactly(SIGNED_IN);
    assertThat(rules.accessTo("/x/help")).containsExactly(OPEN);
    assertThat(rules.accessTo("/admin/help")).containsExactly(ADMIN);
    assertThat(rules.accessTo("/admin/x/secret")).containsExactly(CLOSED);
    assertThat(rules.accessTo("/admin/login")).containsExactly(OPEN);
    assertThat(rules.accessTo("/admin/login/x")).containsExactly(ADMIN);
  }

  @Test
  @DisplayName("Rules can be written as text")
  void text() {
    AccessRules rules =
        AccessRules.parse(
            """
            /public/**   = public
              /account   =signed-in
            /internal/** = nobody ; /admin/** = role org:admin
            /invoices    = permission org:invoices:create
            /reports     = feature reports and plan org:pro
            /machines    = scope invoices:read
            /orgs/acme   = organization acme
            /delete      = reverification moderate
            """);
    assertThat(rules.accessTo("/public/x")).containsExactly(OPEN);
    assertThat(rules.accessTo("/account")).containsExactly(SIGNED_IN);
    assertThat(rules.accessTo("/internal/x")).containsExactly(CLOSED);
    assertThat(rules.accessTo("/admin")).containsExactly(ADMIN);
    assertThat(rules.accessTo("/invoices"))
        .isEqualTo(needs(Requirement.permission("org:invoices:create")));
    assertThat(rules.accessTo("/reports"))
        .isEqualTo(needs(Requirement.feature("reports").and(Requirement.plan("org:pro"))));
    assertThat(rules.accessTo("/machines")).isEqualTo(needs(Requirement.scope("invoices:read")));
    assertThat(rules.accessTo("/orgs/acme")).isEqualTo(needs(Requirement.organization("acme")));
    assertThat(rules.accessTo("/delete"))
        .isEqualTo(needs(Requirement.reverification(Reverification.MODERATE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a",
        "/a =",
        "/a = everyone",
        "/a = role",
        "/a = role org:admin org:member",
        "/a = role org:admin or role org:member",
        "/a = reverification sometimes",
        "/a = secret x",
        "a = public",
        "/a/ = public",
        "/a//b = public",
        "/a* = public",
        "/**/a = public",
        "/a/*.css = public",
        "/a/../b = public",
        "/a%20b = public",
        "/a?b = public",
        "/a = public\n/a = signed-in",
        "/orgs/* = public\n/orgs/{slug} = signed-in",
        "/orgs/x{slug} = public",
        "/orgs/{slug = public",
        "/orgs/{} = public",
        "/orgs/{slug}/{slug} = public",
        "/a = accepts",
        "/a = accepts password",
        "/a = accepts api_key and accepts oauth_token",
        "/a = accepts api_key and public and role org:admin",
      })
  @DisplayName("D14 a rule that can't be read fails the deployment, and is named")
  void invalid(String text) {
    assertThatThrownBy(() -> AccessRules.parse(text))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageMatching("(There are two|The (access rule|path pattern)) .*'.*'.*");
  }

  @Test
  @DisplayName("S15 a name in braces stands for what the path has there")
  void pathVariable() {
    AccessRules rules =
        AccessRules.parse(
            """
            /orgs/{slug}/**       = organization {slug}
            /orgs/{slug}/admin    = role org:admin and organization {slug}
            /orgs/new             = signed-in
            /teams/{team}/of/{id} = organization {id}
            """);
    assertThat(rules.accessTo("/orgs/acme/a/b")).isEqualTo(needs(organization("acme")));
    assertThat(rules.accessTo("/orgs/globex")).isEqualTo(needs(organization("globex")));
    assertThat(rules.accessTo("/orgs/acme/"))
        .isEqualTo(List.of(needs(organization("acme")).get(0), needs(organization("acme")).get(0)));
    assertThat(rules.accessTo("/orgs/acme/admin"))
        .isEqualTo(needs(Requirement.role("org:admin").and(organization("acme"))));
    assertThat(rules.accessTo("/orgs/new")).containsExactly(SIGNED_IN);
    assertThat(rules.accessTo("/teams/x/of/org_1")).isEqualTo(needs(organization("org_1")));
    assertThat(rules.accessTo("/orgs")).containsExactly(CLOSED);
  }

  @Test
  @DisplayName("S15 builder rules have names in braces as well")
  void pathVariableInBuilder() {
    AccessRules rules =
        AccessRules.builder()
            .require("/orgs/{slug}", organization("{slug}").and(Requirement.plan("org:pro")))
            .build();
    assertThat(rules.accessTo("/orgs/acme"))
        .isEqualTo(needs(organization("acme").and(Requirement.plan("org:pro"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orgs/{slug} = organization {id}",
        "/orgs/* = organization {slug}",
        "/orgs/{slug}/** = role org:admin and organization {Slug}",
        "/orgs/{slug}/** = organization {slug",
        "/orgs/{slug}/** = organization {my-slug}",
      })
  @DisplayName("S15 a rule whose name in braces the path doesn't have fails the deployment")
  void unknownVariable(String text) {
    assertThatThrownBy(() -> AccessRules.parse(text))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("no segment of the name");
  }

  @Test
  @DisplayName("S10 a rule says which kinds of token it accepts; one that doesn't leaves it open")
  void accepts() {
    AccessRules rules =
        AccessRules.parse(
            """
            /api/**      = accepts api_key, oauth_token and scope invoices:read
            /machines    = accepts m2m_token
            /any         = role org:admin and accepts any
            /status      = accepts api_key and public
            /page        = signed-in
            """);
    AcceptsToken keys = AcceptsToken.anyOf(TokenType.API_KEY, TokenType.OAUTH_TOKEN);
    assertThat(accepted(rules, "/api/x")).contains(keys);
    assertThat(rules.accessTo("/api/x")).isEqualTo(needs(Requirement.scope("invoices:read")));
    assertThat(accepted(rules, "/machines")).contains(AcceptsToken.only(TokenType.M2M_TOKEN));
    assertThat(rules.accessTo("/machines")).containsExactly(SIGNED_IN);
    assertThat(accepted(rules, "/any")).contains(AcceptsToken.ANY);
    assertThat(rules.accessTo("/any")).containsExactly(ADMIN);
    assertThat(rules.accessTo("/status")).containsExactly(OPEN);
    assertThat(accepted(rules, "/page")).isEmpty();
    assertThat(accepted(rules, "/other")).isEmpty();

    AccessRules built =
        AccessRules.builder()
            .open(AcceptsToken.ANY, "/a")
            .signedIn(keys, "/b")
            .require("/c", keys, Requirement.role("org:admin"))
            .build();
    assertThat(accepted(built, "/a")).contains(AcceptsToken.ANY);
    assertThat(accepted(built, "/b")).contains(keys);
    assertThat(accepted(built, "/c")).contains(keys);
    assertThat(built.accessTo("/c")).containsExactly(ADMIN);
  }

  @Test
  @DisplayName("S10 a path that ends with a slash accepts what both its rules accept")
  void acceptsWithSlash() {
    AccessRules rules =
        AccessRules.parse(
            """
            /api/** = accepts api_key,oauth_token
            /api/x  = accepts api_key,m2m_token
            /api/y  = signed-in
            """);
    assertThat(accepted(rules, "/api/x/")).contains(AcceptsToken.anyOf(TokenType.API_KEY));
    assertThat(accepted(rules, "/api/y/")).contains(AcceptsToken.anyOf());
    assertThat(accepted(rules, "/api/z/"))
        .contains(AcceptsToken.anyOf(TokenType.API_KEY, TokenType.OAUTH_TOKEN));
  }

  @Test
  @DisplayName("P7 a long path against rules that all but match takes linear time")
  void linear() {
    AccessRules.Builder builder = AccessRules.builder();
    String stars = "";
    for (int depth = 0; depth < 200; depth++) {
      stars += "/*";
      builder.signedIn(stars + "/a/end", stars + "/*/end");
    }
    AccessRules rules = builder.build();
    String path = "/a".repeat(1_000_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(rules.accessTo(path)).containsExactly(CLOSED);
          assertThat(RawPath.isPlain(path)).isTrue();
        });
  }

  private static Optional<AcceptsToken> accepted(AccessRules rules, String path) {
    return rules.acceptedAt(path, AcceptsToken.SESSION_TOKEN);
  }

  private static Requirement organization(String idOrSlug) {
    return Requirement.organization(idOrSlug);
  }

  private static List<Access> needs(Requirement requirement) {
    return List.of(new Access.Needs(requirement));
  }
}
