package io.github.clerkjakarta.internal.csp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ContentSecurityPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The policy of an instance")
final class InstancePolicyTest {

  private static final Nonce NONCE = new Nonce("abc");

  private static final String CLERK =
      "https://clerk.app.example https://challenges.cloudflare.com https://maps.googleapis.com"
          + " https://*.protect.clerk.com https://*.js.stripe.com https://js.stripe.com";

  @Test
  @DisplayName("has the sources of @clerk/nextjs, and the instance's Frontend API")
  void standard() {
    assertThat(policy(options()).alone(NONCE))
        .isEqualTo(
            "connect-src 'self' https://clerk-telemetry.com https://*.clerk-telemetry.com"
                + " https://api.stripe.com https://maps.googleapis.com https://img.clerk.com"
                + " https://images.clerkstage.dev https://*.protect.clerk.com:*"
                + " https://clerk.app.example; default-src 'self'; form-action 'self'"
                + " https://clerk.app.example https://accounts.app.example; frame-src 'self'"
                + " https://challenges.cloudflare.com https://*.js.stripe.com https://js.stripe.com"
                + " https://hooks.stripe.com https://*.protect.clerk.com; img-src 'self'"
                + " https://img.clerk.com https://clerk.app.example; script-src 'self'"
                + " 'unsafe-inline' "
                + CLERK
                + "; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:");
  }

  @Test
  @DisplayName("reads what the application says once, and each response has a nonce of its own")
  void remembered() {
    PolicyReader reader = new PolicyReader();
    List<String> own = List.of("script-src 'self'", "img-src *");

    assertThat(reader.read(List.copyOf(own))).hasSize(2);
    assertThat(reader.read(List.of("script-src 'self'", "img-src *")))
        .isSameAs(reader.read(own))
        .isNotSameAs(reader.read(List.of("script-src 'self'")));
    InstancePolicy strict = policy(strictOptions());
    assertThat(strict.mergedWith(own, NONCE)).contains("'nonce-abc'");
    assertThat(strict.mergedWith(own, new Nonce("def")))
        .contains("'nonce-def'")
        .doesNotContain("'nonce-abc'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        ",",
        "; ;,;",
        "\t",
        "script-src",
        "script-src 'nonce-",
        "sandbox \u0000",
        "\u00fc;",
        "\u00fc,img-src *",
        "report-uri",
        "\ud83d\ude00 x; y",
        "a b c d e;;;;"
      })
  @DisplayName("is there whatever the application says")
  void whatever(String own) {
    assertThat(policy(options()).mergedWith(List.of(own), NONCE)).contains(CLERK);
  }

  @Test
  @DisplayName("where it is strict, lets in scripts by their nonce, and no <base> from elsewhere")
  void strict() {
    String policy = policy(strictOptions()).alone(NONCE);

    assertThat(policy)
        .contains("script-src 'self' " + CLERK + " 'strict-dynamic' 'nonce-abc';")
        .contains("base-uri 'self';", "object-src 'none';")
        .doesNotContain("script-src 'self' 'unsafe-inline'", "https: ", "http: ");
  }

  @Test
  @DisplayName("adds directives of the settings as @clerk/nextjs does")
  void custom() {
    String policy =
        policy(
                options()
                    .contentSecurityPolicyDirectives(
                        Map.of(
                            "img-src", List.of("self", "https://cdn.example"),
                            "font-src", List.of("https://fonts.example"),
                            "frame-src", List.of("none", "https://ignored.example"),
                            "upgrade-insecure-requests", List.of())))
            .alone(NONCE);

    assertThat(policy)
        .contains("img-src 'self' https://img.clerk.com https://clerk.app.example")
        .contains(" https://cdn.example;", "font-src https://fonts.example;")
        .contains("frame-src 'none';", "; upgrade-insecure-requests;");
  }

  @Test
  @DisplayName("a directive of the settings that lets in nothing has no nonce either")
  void noScripts() {
    assertThat(
            policy(
                    strictOptions()
                        .contentSecurityPolicyDirectives(Map.of("script-src", List.of("none"))))
                .alone(NONCE))
        .contains("script-src 'none';");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://proxy.example/__clerk | false | '' | https://proxy.example",
        "http://localhost:8080/clerk   | false | '' | http://localhost:8080",
        "''                            | true  | shop.example | https://clerk.shop.example",
        "''                            | false | shop.example | https://clerk.app.example"
      })
  @DisplayName("names the Frontend API where the instance has it: proxy or satellite domain")
  void frontendApi(String proxy, boolean satellite, String domain, String source) {
    String policy =
        policy(options().proxyUrl(proxy).satellite(satellite).domain(domain)).alone(NONCE);

    assertThat(policy).contains("https://*.protect.clerk.com:* " + source + ";");
    if (!source.equals("https://clerk.app.example")) {
      assertThat(policy).doesNotContain("https://clerk.app.example");
    }
  }

  @Test
  @DisplayName("a proxy of the application's own is 'self'")
  void ownProxy() {
    assertThat(policy(options().proxyUrl("/__clerk")).alone(NONCE))
        .doesNotContain("https://clerk.app.example")
        .contains("https://*.protect.clerk.com:*;");
  }

  @Test
  @DisplayName("names other places of Clerk's scripts and pages")
  void otherPlaces() {
    InstancePolicy policy =
        InstancePolicy.of(
                options().build(),
                List.of("https://cdn.example/clerk.js", "/js/ui.js"),
                List.of("https://login.example:8443/in", "/sign-in", "~/sign-up"))
            .orElseThrow();

    assertThat(policy.alone(NONCE))
        .contains("https://clerk.app.example https://cdn.example https://challenges")
        .contains("form-action 'self' https://clerk.app.example https://login.example:8443;");
  }

  @Test
  @DisplayName("H17 widens the application's by what Clerk needs, and by nothing else")
  void widened() {
    assertThat(
            policy(options())
                .mergedWith(
                    List.of(
                        "default-src https://own.example;IMG-SRC 'self' ;  img-src https://second;"
                            + "frame-ancestors 'none'"),
                    NONCE))
        .startsWith("default-src https://own.example; img-src 'self' https://img.clerk.com")
        .contains("; frame-ancestors 'none'")
        .contains("; script-src https://own.example " + CLERK)
        .contains("; style-src https://own.example 'unsafe-inline'")
        .contains("; worker-src https://own.example blob:")
        .contains("; form-action 'self' https://clerk.app.example")
        .doesNotContain("second", "script-src https://own.example 'unsafe-inline'");
  }

  @Test
  @DisplayName("H17 a directive that falls back to 'none' lets in Clerk alone")
  void closedBefore() {
    assertThat(policy(strictOptions()).mergedWith(List.of("default-src 'none'"), NONCE))
        .contains("script-src " + CLERK + " 'strict-dynamic' 'nonce-abc'")
        .contains("img-src https://img.clerk.com https://clerk.app.example;")
        .contains("default-src 'none'")
        .doesNotContain("object-src", "connect-src 'self'");
  }

  @Test
  @DisplayName("widens each of several policies, and says once what none of them decides about")
  void several() {
    String[] merged =
        policy(options())
            .mergedWith(List.of("img-src 'self', script-src https://own.example"), NONCE)
            .split(", ", -1);

    assertThat(merged).hasSize(2);
    assertThat(merged[0])
        .contains(
            "img-src 'self' https://img.clerk.com", "default-src 'self'", "connect-src 'self'")
        .doesNotContain("script-src");
    assertThat(merged[1])
        .isEqualTo(
            "script-src https://own.example "
                + CLERK
                + "; worker-src"
                + " https://own.example blob:");
  }

  @Test
  @DisplayName("parts of a directive get what the whole needs")
  void parts() {
    assertThat(
            policy(strictOptions())
                .mergedWith(
                    List.of(
                        "script-src-elem 'self'; style-src-elem 'self'; script-src-attr 'none'"),
                    NONCE))
        .contains("script-src-elem 'self' " + CLERK + " 'strict-dynamic' 'nonce-abc'")
        .contains("style-src-elem 'self' 'unsafe-inline'")
        .contains("script-src-attr 'none'");
  }

  @Test
  @DisplayName("styles of ClerkJS get the nonce where 'unsafe-inline' counts for nothing")
  void styles() {
    assertThat(policy(strictOptions()).mergedWith(List.of("style-src 'self' 'nonce-b3du'"), NONCE))
        .contains("style-src 'self' 'nonce-b3du' 'unsafe-inline' 'nonce-abc'");
  }

  @Test
  @DisplayName("H15 is said once, however often it is merged with what it was")
  void again() {
    for (ClerkOptions.Builder options :
        List.of(options(), strictOptions(), options().contentSecurityPolicyReportTo("/r"))) {
      InstancePolicy policy = policy(options);
      String once = policy.mergedWith(List.of("img-src https://cdn.example"), NONCE);
      assertThat(policy.mergedWith(List.of(once), NONCE)).isEqualTo(once);
      String alone = policy.alone(NONCE);
      assertThat(policy.mergedWith(List.of(alone), NONCE)).isEqualTo(alone);
    }
  }

  @Test
  @DisplayName("where the application has its own endpoint for reports, they go there")
  void ownReports() {
    InstancePolicy policy = policy(options().contentSecurityPolicyReportTo("/r"));

    assertThat(policy.mergedWith(List.of("img-src 'self'; report-to mine"), NONCE))
        .contains("report-to mine")
        .doesNotContain("csp-endpoint");
    assertThat(policy.mergedWith(List.of("img-src 'self'"), NONCE))
        .endsWith("; report-to csp-endpoint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a;script-src",
        "https://a,https://b",
        "https://a\r\nX-Evil: 1",
        "https://a\nX-Evil:1",
        "https://a b",
        "https://\u00e9.example",
        ""
      })
  @DisplayName("H14 no value of a directive ends it or the header: the deployment fails")
  void values(String value) {
    assertThatThrownBy(
            () ->
                ClerkOptions.builder()
                    .contentSecurityPolicyDirectives(Map.of("img-src", List.of(value)))
                    .build())
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("Set clerk.contentSecurityPolicyDirectives")
        .hasMessageNotContaining("\r")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "img-src https://a\nscript-src *",
        "img-src https://a\r\nX-Evil: 1",
        "img-src a, script-src b",
        "img-scr https://a",
        "img-src a; IMG-SRC b",
        "img-src a; img-src b",
        "<script>"
      })
  @DisplayName("H14 no text of a setting says what its directives don't: the deployment fails")
  void texts(String text) {
    assertThatThrownBy(
            () ->
                ClerkOptions.from(
                    List.of(
                        name ->
                            name.equals("clerk.contentSecurityPolicyDirectives")
                                ? Optional.of(text)
                                : Optional.empty())))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("Set clerk.contentSecurityPolicyDirectives");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'slef'", "'nonce-'", "'unsafe_inline'", "ht!tp://a"})
  @DisplayName("a source that browsers would ignore fails the deployment")
  void typos(String value) {
    assertThatThrownBy(
            () ->
                policy(
                    options().contentSecurityPolicyDirectives(Map.of("img-src", List.of(value)))))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("Set clerk.contentSecurityPolicyDirectives");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/\"; x=\"",
        "https://a.example/\r\nX-Evil: 1",
        "http://a.example/r",
        "//a.example/r",
        "reports",
        "https://a.example/,b"
      })
  @DisplayName("H14 an endpoint for reports is one address, or the deployment fails")
  void endpoints(String endpoint) {
    assertThatThrownBy(() -> ClerkOptions.builder().contentSecurityPolicyReportTo(endpoint).build())
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("Set clerk.contentSecurityPolicyReportTo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;script-src.example", "a,b.example", "a'b.example"})
  @DisplayName("H14 nor does a host of Clerk's: the deployment fails")
  void hosts(String host) {
    String key =
        "pk_live_"
            + Base64.getEncoder().encodeToString((host + "$").getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> policy(options().publishableKey(key)))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("clerk.publishableKey");
    assertThatThrownBy(() -> policy(options().satellite(true).domain(host)))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("clerk.domain");
  }

  @Test
  @DisplayName("settings of a policy that is off fail the deployment")
  void nothingElse() {
    for (ClerkOptions.Builder options :
        List.of(
            ClerkOptions.builder().contentSecurityPolicyReportOnly(true),
            ClerkOptions.builder().contentSecurityPolicyReportTo("/r"),
            ClerkOptions.builder()
                .contentSecurityPolicyDirectives(Map.of("img-src", List.of("self"))))) {
      assertThatThrownBy(() -> policy(options))
          .isInstanceOf(ClerkConfigurationException.class)
          .hasMessageContaining("Set clerk.contentSecurityPolicy (CLERK_CONTENT_SECURITY_POLICY)");
    }
  }

  private static ClerkOptions.Builder options() {
    return ClerkOptions.builder()
        .publishableKey("pk_live_Y2xlcmsuYXBwLmV4YW1wbGUk")
        .contentSecurityPolicy(ContentSecurityPolicy.DEFAULT);
  }

  private static ClerkOptions.Builder strictOptions() {
    return options().contentSecurityPolicy(ContentSecurityPolicy.STRICT);
  }

  private static InstancePolicy policy(ClerkOptions.Builder options) {
    return InstancePolicy.of(
            options.build(), List.of(), List.of("https://accounts.app.example/sign-in"))
        .orElseThrow();
  }
}
