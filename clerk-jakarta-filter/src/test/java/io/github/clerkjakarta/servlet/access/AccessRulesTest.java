package io.github.clerkjakarta.servlet.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.access.RawPath;
import io.github.clerkjakarta.servlet.access.PathAccess.Admits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Access rules")
class AccessRulesTest {

  private static final PathAccess OPEN = asked(Admits.EVERYBODY);
  private static final PathAccess SIGNED_IN = asked(Admits.CALLERS);
  private static final PathAccess CLOSED = asked(Admits.NOBODY);
  private static final PathAccess ADMIN = needs(Requirement.role("org:admin"));

  @Test
  @DisplayName("P8 without a rule there is nothing to judge; with one, all else is closed")
  void denyByDefault() {
    assertThat(AccessRules.NONE.isEmpty()).isTrue();
    AccessRules rules = AccessRules.builder().open("/public/**").build();
    assertThat(rules.isEmpty()).isFalse();
    assertThat(asked(rules, "/public/x")).isEqualTo(OPEN);
    assertThat(asked(rules, "/other")).isEqualTo(CLOSED);
    assertThat(asked(rules, "/")).isEqualTo(CLOSED);
  }

  @Test
  @DisplayName("P5 patterns are made of whole segments")
  void segments() {
    AccessRules rules = AccessRules.builder().open("/dashboard/**", "/a/*/c", "/one").build();
    assertThat(asked(rules, "/dashboard")).isEqualTo(OPEN);
    assertThat(asked(rules, "/dashboard/a/b")).isEqualTo(OPEN);
    assertThat(asked(rules, "/dashboardxyz")).isEqualTo(CLOSED);
    assertThat(asked(rules, "/a/b/c")).isEqualTo(OPEN);
    assertThat(asked(rules, "/a/*/c")).isEqualTo(OPEN);
    assertThat(asked(rules, "/a/c")).isEqualTo(CLOSED);
    assertThat(asked(rules, "/a/b/c/d")).isEqualTo(CLOSED);
    assertThat(asked(rules, "/one")).isEqualTo(OPEN);
    assertThat(asked(rules, "/one/two")).isEqualTo(CLOSED);
    assertThat(asked(rules, "/ONE")).isEqualTo(CLOSED);
  }

  @Test
  @DisplayName("P10 the rule for / counts for its welcome file, unless a rule names the file")
  void welcomeFile() {
    AccessRules root = AccessRules.parse("/ = public; /** = signed-in");
    assertThat(root.atWelcomeFile("/index.jsp", AcceptsToken.SESSION_TOKEN)).isEqualTo(OPEN);
    assertThat(asked(root, "/index.jsp")).isEqualTo(SIGNED_IN);
    for (String text :
        List.of(
            "/ = public; /index.jsp = signed-in",
            "/** = public; /index.jsp = signed-in",
            "/index.jsp = signed-in")) {
      assertThat(AccessRules.parse(text).atWelcomeFile("/index.jsp", AcceptsToken.SESSION_TOKEN))
          .as(text)
          .isEqualTo(SIGNED_IN);
    }
    assertThat(
            AccessRules.parse("/other = public")
                .atWelcomeFile("/index.jsp", AcceptsToken.SESSION_TOKEN))
        .isEqualTo(CLOSED);
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
    assertThat(asked(rules, "/admin/")).isEqualTo(ADMIN);
    assertThat(asked(rules, "/public/")).isEqualTo(SIGNED_IN);
    assertThat(asked(rules, "/open/")).isEqualTo(OPEN);
    assertThat(asked(rules, "/")).isEqualTo(SIGNED_IN);
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
    assertThat(asked(rules, "/x/y")).isEqualTo(SIGNED_IN);
    assertThat(asked(rules, "/x/help")).isEqualTo(OPEN);
    assertThat(asked(rules, "/admin/help")).isEqualTo(ADMIN);
    assertThat(asked(rules, "/admin/x/secret")).isEqualTo(CLOSED);
    assertThat(asked(rules, "/admin/login")).isEqualTo(OPEN);
    assertThat(asked(rules, "/admin/login/x")).isEqualTo(ADMIN);
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
            /staff/**    = claim metadata.role=admin and claim https://app.example/level=a=b
            """);
    assertThat(asked(rules, "/public/x")).isEqualTo(OPEN);
    assertThat(asked(rules, "/account")).isEqualTo(SIGNED_IN);
    assertThat(asked(rules, "/internal/x")).isEqualTo(CLOSED);
    assertThat(asked(rules, "/admin")).isEqualTo(ADMIN);
    assertThat(asked(rules, "/invoices"))
        .isEqualTo(needs(Requirement.permission("org:invoices:create")));
    assertThat(asked(rules, "/reports"))
        .isEqualTo(needs(Requirement.feature("reports").and(Requirement.plan("org:pro"))));
    assertThat(asked(rules, "/machines")).isEqualTo(needs(Requirement.scope("invoices:read")));
    assertThat(asked(rules, "/orgs/acme")).isEqualTo(needs(Requirement.organization("acme")));
    assertThat(asked(rules, "/delete"))
        .isEqualTo(needs(Requirement.reverification(Reverification.MODERATE)));
    assertThat(asked(rules, "/staff"))
        .isEqualTo(
            needs(
                Requirement.claim("metadata.role", "admin")
                    .and(Requirement.claim("https://app.example/level", "a=b"))));
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
        "/a = claim metadata.role",
        "/a = claim metadata.role admin",
        "/a = claim metadata.role=",
        "/a = claim =admin",
        "/a = claim metadata.=admin",
        "/a = claim metadata..role=admin",
        "/a = claim metadata.role = admin",
        "/a/{tenant}/** = claim tenant={tenant}",
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
  @DisplayName("D14 S20 a rule that can't be read fails the deployment, and is named")
  void invalid(String text) {
    assertThatThrownBy(() -> AccessRules.parse(text))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageMatching("(There are two|The (access rule|path pattern)) .*'.*'.*");
  }

  @Test
  @DisplayName("G3 a word of other frameworks is told of ours")
  void otherWords() {
    assertThatThrownBy(() -> AccessRules.parse("/a = authenticated"))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("'/a = authenticated' can't be read: write signed-in for whoever");
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
    assertThat(asked(rules, "/orgs/acme/a/b")).isEqualTo(needs(organization("acme")));
    assertThat(asked(rules, "/orgs/globex")).isEqualTo(needs(organization("globex")));
    assertThat(asked(rules, "/orgs/acme/"))
        .isEqualTo(needs(organization("acme"), organization("acme")));
    assertThat(asked(rules, "/orgs/acme/admin"))
        .isEqualTo(needs(Requirement.role("org:admin").and(organization("acme"))));
    assertThat(asked(rules, "/orgs/new")).isEqualTo(SIGNED_IN);
    assertThat(asked(rules, "/teams/x/of/org_1")).isEqualTo(needs(organization("org_1")));
    assertThat(asked(rules, "/orgs")).isEqualTo(CLOSED);
  }

  @Test
  @DisplayName("S15 builder rules have names in braces as well")
  void pathVariableInBuilder() {
    AccessRules rules =
        AccessRules.builder()
            .require("/orgs/{slug}", organization("{slug}").and(Requirement.plan("org:pro")))
            .build();
    assertThat(asked(rules, "/orgs/acme"))
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
    assertThat(asked(rules, "/api/x")).isEqualTo(needs(Requirement.scope("invoices:read")));
    assertThat(accepted(rules, "/machines")).contains(AcceptsToken.only(TokenType.M2M_TOKEN));
    assertThat(asked(rules, "/machines")).isEqualTo(SIGNED_IN);
    assertThat(accepted(rules, "/any")).contains(AcceptsToken.ANY);
    assertThat(asked(rules, "/any")).isEqualTo(ADMIN);
    assertThat(asked(rules, "/status")).isEqualTo(OPEN);
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
    assertThat(asked(built, "/c")).isEqualTo(ADMIN);
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
          assertThat(asked(rules, path)).isEqualTo(CLOSED);
          assertThat(RawPath.isPlain(path)).isTrue();
        });
  }

  private static Optional<AcceptsToken> accepted(AccessRules rules, String path) {
    return rules.at(path, AcceptsToken.SESSION_TOKEN).accepts();
  }

  private static PathAccess asked(AccessRules rules, String path) {
    PathAccess access = rules.at(path, AcceptsToken.SESSION_TOKEN);
    return asked(access.admits(), access.requirements().toArray(Requirement[]::new));
  }

  private static PathAccess needs(Requirement... requirements) {
    return asked(Admits.CALLERS, requirements);
  }

  private static PathAccess asked(Admits admits, Requirement... requirements) {
    List<Requirement> parts =
        Stream.of(requirements)
            .flatMap(
                it ->
                    it instanceof Requirement.All all ? all.requirements().stream() : Stream.of(it))
            .toList();
    return new PathAccess(admits, parts, Optional.empty());
  }

  private static Requirement organization(String idOrSlug) {
    return Requirement.organization(idOrSlug);
  }
}
