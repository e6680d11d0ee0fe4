package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clerkjakarta.internal.settings.EnvironmentVariables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClerkOptionsTest {

  private static final String PRIVATE_KEY =
      "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----";

  @Test
  void defaults() {
    ClerkOptions options = ClerkOptions.builder().build();

    assertThat(options.publishableKey()).isEmpty();
    assertThat(options.apiUrl()).isEqualTo("https://api.clerk.com");
    assertThat(options.apiVersion()).isEqualTo("v1");
    assertThat(options.acceptsToken()).isEqualTo(AcceptsToken.SESSION_TOKEN);
    assertThat(options.clockSkew()).isEqualTo(Duration.ofSeconds(5));
    assertThat(options.staleKeysFor()).isEqualTo(Duration.ofHours(24));
    assertThat(options.maxTokenLength()).isEqualTo(16384);
    assertThat(options.forwardedHeaders()).isEqualTo(ForwardedHeaders.TRUSTED);
    assertThat(options.handshakeInQuery()).isTrue();
    assertThat(options.satellite()).isFalse();
    assertThat(options.authorizedParties()).isEmpty();
  }

  @Test
  @DisplayName("the builder counts more than sources, and an earlier source more than a later one")
  void precedence() {
    ClerkOptions options =
        ClerkOptions.builder()
            .signInUrl("/builder")
            .authorizedParties(List.of())
            .fillFrom(
                List.of(
                    source(
                        Map.of(
                            "clerk.signInUrl",
                            "/filter",
                            "clerk.signUpUrl",
                            "/filter",
                            "clerk.authorizedParties",
                            "https://filter.example")),
                    source(
                        Map.of("clerk.signUpUrl", "/context", "clerk.domain", "context.example")),
                    new EnvironmentVariables(
                            Map.of(
                                "CLERK_DOMAIN",
                                "env.example",
                                "CLERK_API_URL",
                                "https://env.example"))
                        ::value))
            .build();

    assertThat(options.signInUrl()).contains("/builder");
    assertThat(options.authorizedParties()).isEmpty();
    assertThat(options.signUpUrl()).contains("/filter");
    assertThat(options.domain()).contains("context.example");
    assertThat(options.apiUrl()).isEqualTo("https://env.example");
  }

  @Test
  void whatIsSetLaterReplacesWhatASourceSaid() {
    ClerkOptions options =
        ClerkOptions.builder()
            .fillFrom(
                List.of(source(Map.of("clerk.clockSkew", "soon", "clerk.domain", "a.example"))))
            .clockSkew(Duration.ZERO)
            .domain("b.example")
            .build();

    assertThat(options.clockSkew()).isZero();
    assertThat(options.domain()).contains("b.example");
  }

  @Test
  void defaultsOfFinishedOptionsCanStillBeFilled() {
    ClerkOptions options =
        ClerkOptions.builder().signInUrl("/in").build().toBuilder()
            .fillFrom(List.of(source(Map.of("clerk.signInUrl", "/x", "clerk.apiVersion", "v2"))))
            .build();

    assertThat(options.signInUrl()).contains("/in");
    assertThat(options.apiVersion()).isEqualTo("v2");
  }

  @Test
  void anEmptyValueIsNoValue() {
    ClerkOptions options =
        ClerkOptions.from(
            List.of(
                source(Map.of("clerk.publishableKey", "", "clerk.clockSkew", "  ")),
                source(Map.of("clerk.publishableKey", " pk_test_x \n"))));

    assertThat(options.publishableKey()).contains("pk_test_x");
    assertThat(options.clockSkew()).isEqualTo(Duration.ofSeconds(5));
    assertThat(ClerkOptions.builder().proxyUrl("").build().proxyUrl()).isEmpty();
  }

  @Test
  void everyOptionIsReadByItsVariable() {
    ClerkOptions options =
        ClerkOptions.from(
            List.of(
                new EnvironmentVariables(
                        Map.ofEntries(
                            Map.entry("CLERK_PUBLISHABLE_KEY", "pk_test_1"),
                            Map.entry("CLERK_SECRET_KEY", "sk_test_1"),
                            Map.entry("CLERK_MACHINE_SECRET_KEY", "ak_1"),
                            Map.entry("CLERK_JWT_KEY", "pem"),
                            Map.entry("CLERK_NETWORKLESS", "true"),
                            Map.entry("CLERK_API_URL", "https://api.example"),
                            Map.entry("CLERK_API_VERSION", "v2"),
                            Map.entry("CLERK_PROXY_URL", "/__clerk"),
                            Map.entry("CLERK_DOMAIN", "sat.example"),
                            Map.entry("CLERK_IS_SATELLITE", "1"),
                            Map.entry("CLERK_SATELLITE_AUTO_SYNC", "TRUE"),
                            Map.entry("CLERK_SIGN_IN_URL", "/in"),
                            Map.entry("CLERK_SIGN_UP_URL", "~/up"),
                            Map.entry("CLERK_AFTER_SIGN_IN_URL", "/hello"),
                            Map.entry("CLERK_AFTER_SIGN_UP_URL", "/welcome"),
                            Map.entry("CLERK_SIGN_IN_FORCE_REDIRECT_URL", "/in-force"),
                            Map.entry("CLERK_SIGN_UP_FORCE_REDIRECT_URL", "/up-force"),
                            Map.entry("CLERK_SIGN_IN_FALLBACK_REDIRECT_URL", "/in-else"),
                            Map.entry("CLERK_SIGN_UP_FALLBACK_REDIRECT_URL", "~/up-else"),
                            Map.entry("CLERK_ALLOWED_REDIRECT_ORIGINS", "https://a.example"),
                            Map.entry("CLERK_ACCEPTS_TOKEN", "session_token, api_key"),
                            Map.entry("CLERK_AUDIENCE", "a, b,,"),
                            Map.entry("CLERK_AUTHORIZED_PARTIES", "https://app.example"),
                            Map.entry("CLERK_ISSUER", "https://clerk.example"),
                            Map.entry("CLERK_CLOCK_SKEW", "500ms"),
                            Map.entry("CLERK_SKIP_JWKS_CACHE", "True"),
                            Map.entry("CLERK_STALE_KEYS_FOR", "PT1H"),
                            Map.entry("CLERK_MAX_TOKEN_LENGTH", "4096"),
                            Map.entry("CLERK_PUBLIC_URL", "https://app.example:8443"),
                            Map.entry("CLERK_FORWARDED_HEADERS", "Ignored"),
                            Map.entry("CLERK_HANDSHAKE_IN_QUERY", "0")))
                    ::value));

    assertThat(options.publishableKey()).contains("pk_test_1");
    assertThat(options.secretKey()).contains("sk_test_1");
    assertThat(options.machineSecretKey()).contains("ak_1");
    assertThat(options.jwtKey()).contains("pem");
    assertThat(options.networkless()).isTrue();
    assertThat(options.apiUrl()).isEqualTo("https://api.example");
    assertThat(options.apiVersion()).isEqualTo("v2");
    assertThat(options.proxyUrl()).contains("/__clerk");
    assertThat(options.domain()).contains("sat.example");
    assertThat(options.satellite()).isTrue();
    assertThat(options.satelliteAutoSync()).isTrue();
    assertThat(options.signInUrl()).contains("/in");
    assertThat(options.signUpUrl()).contains("~/up");
    assertThat(options.afterSignInUrl()).contains("/hello");
    assertThat(options.afterSignUpUrl()).contains("/welcome");
    assertThat(options.signInForceRedirectUrl()).contains("/in-force");
    assertThat(options.signUpForceRedirectUrl()).contains("/up-force");
    assertThat(options.signInFallbackRedirectUrl()).contains("/in-else");
    assertThat(options.signUpFallbackRedirectUrl()).contains("~/up-else");
    assertThat(options.allowedRedirectOrigins()).containsExactly("https://a.example");
    assertThat(options.acceptsToken())
        .isEqualTo(AcceptsToken.anyOf(TokenType.SESSION_TOKEN, TokenType.API_KEY));
    assertThat(options.audience()).containsExactly("a", "b");
    assertThat(options.authorizedParties()).containsExactly("https://app.example");
    assertThat(options.issuer()).containsExactly("https://clerk.example");
    assertThat(options.clockSkew()).isEqualTo(Duration.ofMillis(500));
    assertThat(options.skipJwksCache()).isTrue();
    assertThat(options.staleKeysFor()).isEqualTo(Duration.ofHours(1));
    assertThat(options.maxTokenLength()).isEqualTo(4096);
    assertThat(options.publicUrl()).contains("https://app.example:8443");
    assertThat(options.forwardedHeaders()).isEqualTo(ForwardedHeaders.IGNORED);
    assertThat(options.handshakeInQuery()).isFalse();
  }

  @Test
  void systemPropertiesAreRead() {
    String property = "clerk.afterSignUpUrl";
    System.setProperty(property, "/from-a-system-property");
    try {
      assertThat(ClerkOptions.fromEnvironment().afterSignUpUrl())
          .contains("/from-a-system-property");
    } finally {
      System.clearProperty(property);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "500ms,PT0.5S",
    "5s,PT5S",
    "0s,PT0S",
    "0,PT0S",
    "10m,PT10M",
    "24h,PT24H",
    "2d,PT48H",
    "PT1.5S,PT1.5S",
    "P1D,PT24H",
    "pt5s,PT5S"
  })
  void durations(String text, Duration value) {
    assertThat(from("clerk.staleKeysFor", text).staleKeysFor()).isEqualTo(value);
  }

  @Test
  void acceptedTokens() {
    assertThat(from("clerk.acceptsToken", "any").acceptsToken()).isEqualTo(AcceptsToken.ANY);
    assertThat(from("clerk.acceptsToken", "oauth_token").acceptsToken())
        .isEqualTo(AcceptsToken.only(TokenType.OAUTH_TOKEN));
  }

  @Test
  @DisplayName("T1 a skew may be zero, half a second or huge, to the millisecond")
  void skews() {
    for (Duration skew :
        List.of(
            Duration.ZERO,
            Duration.ofMillis(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofDays(36500000))) {
      assertThat(ClerkOptions.builder().clockSkew(skew).build().clockSkew()).isEqualTo(skew);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1ms",
        "-5s",
        "PT-0.001S",
        "5",
        "5 s",
        "soon",
        "1e3s",
        "9999999999999999999s",
        "PT9223372036854775807S"
      })
  @DisplayName("T1 a skew that is negative or no time at all is refused")
  void refusedSkews(String skew) {
    assertThatThrownBy(() -> from("clerk.clockSkew", skew))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessage(
            "Set clerk.clockSkew (CLERK_CLOCK_SKEW) to a time that isn't negative, such as 500ms,"
                + " 5s, 10m, 24h or PT5S; it is '"
                + skew
                + "'.");
  }

  @Test
  @DisplayName("T1 a negative skew is refused from the builder as well")
  void negativeSkewInBuilder() {
    assertThatThrownBy(() -> ClerkOptions.builder().clockSkew(Duration.ofMillis(-1)).build())
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("clerk.clockSkew (CLERK_CLOCK_SKEW)");
  }

  @ParameterizedTest
  @CsvSource({
    "clerk.isSatellite,maybe",
    "clerk.networkless,yes",
    "clerk.acceptsToken,session",
    "clerk.acceptsToken,','",
    "clerk.forwardedHeaders,sometimes",
    "clerk.staleKeysFor,-1s",
    "clerk.maxTokenLength,0",
    "clerk.maxTokenLength,-1",
    "clerk.maxTokenLength,many",
    "clerk.apiVersion,v1/x",
    "clerk.publicUrl,app.example",
    "clerk.publicUrl,https://app.example/",
    "clerk.publicUrl,https://app.example/app/",
    "clerk.publicUrl,https://app.example/a/../b",
    "clerk.publicUrl,https://app.example//b",
    "clerk.publicUrl,https://app.example/%2e%2e/b",
    "clerk.publicUrl,https://app.example?x",
    "clerk.publicUrl,ftp://app.example",
    "clerk.publicUrl,https://",
    "clerk.signInUrl,sign-in",
    "clerk.signInUrl,//evil.example/in",
    "clerk.signInUrl,/\\evil.example",
    "clerk.signInUrl,javascript:alert(1)",
    "clerk.signUpUrl,ftp://app.example/up",
    "clerk.afterSignInUrl,~in",
    "clerk.afterSignUpUrl,/a b",
    "clerk.signInForceRedirectUrl,//evil.example",
    "clerk.allowedRedirectOrigins,https://a.example/path"
  })
  void wrongValuesAreRefused(String property, String value) {
    assertThatThrownBy(() -> from(property, value))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageStartingWith("Set " + property + " (CLERK_")
        .hasMessageEndingWith("; it is '" + value + "'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.clerk.com", "https://10.0.0.1:8443/clerk", "http://localhost:8080",
        "http://127.0.0.1:1/x", "http://[::1]:8080", "HTTP://LOCALHOST"
      })
  @DisplayName("K17 the Backend API may be https anywhere, and http on this host")
  void backendUrls(String url) {
    assertThat(ClerkOptions.builder().apiUrl(url).build().apiUrl()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.clerk.com",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://api.localhost:9000",
        "http://10.0.0.1",
        "api.clerk.com",
        "https://",
        "ftp://localhost",
        "https://a.example?x=1",
        "https://a.example#x",
        "http://0.0.0.0",
        "https:/a.example"
      })
  @DisplayName("K17 the Backend API is never reached without TLS on another host")
  void refusedBackendUrls(String url) {
    assertThatThrownBy(() -> ClerkOptions.builder().apiUrl(url).build())
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("clerk.apiUrl (CLERK_API_URL)");
  }

  @Test
  @DisplayName("every wrong value is in one message, in the order of the table")
  void allAtOnce() {
    ClerkConfigurationException refusal =
        catchThrowableOfType(
            ClerkConfigurationException.class,
            () ->
                ClerkOptions.builder()
                    .maxTokenLength(-1)
                    .apiUrl("http://api.example")
                    .fillFrom(
                        List.of(
                            source(Map.of("clerk.clockSkew", "x", "clerk.jwtKey", PRIVATE_KEY))))
                    .build());

    assertThat(refusal.getMessage().split("Set clerk\\."))
        .satisfiesExactly(
            start -> assertThat(start).isEmpty(),
            jwtKey -> assertThat(jwtKey).startsWith("jwtKey "),
            apiUrl -> assertThat(apiUrl).startsWith("apiUrl "),
            clockSkew -> assertThat(clockSkew).startsWith("clockSkew "),
            maxTokenLength -> assertThat(maxTokenLength).startsWith("maxTokenLength "));
  }

  @Test
  @DisplayName("J24 a private key as jwtKey is refused and not shown")
  void privateKey() {
    assertThatThrownBy(() -> ClerkOptions.builder().jwtKey(PRIVATE_KEY).build())
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("clerk.jwtKey (CLERK_JWT_KEY)")
        .hasMessageContaining("private key")
        .hasMessageNotContaining("MIIE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk_live_Jt5nB0vKd8SyFh2QpLc9",
        "https://me:hunter2@app.example",
        "https://hunter2@app.example",
        "ak_hunter2",
        "whsec_hunter2",
        "eyJhbGciOiJSUzI1NiJ9.e30.hunter2",
        PRIVATE_KEY
      })
  @DisplayName("L1 a secret in the wrong place is not shown")
  void secretsInWrongPlaces(String secret) {
    for (String property :
        List.of("clerk.publicUrl", "clerk.apiUrl", "clerk.signInUrl", "clerk.clockSkew")) {
      assertThatThrownBy(() -> from(property, secret))
          .isInstanceOf(ClerkConfigurationException.class)
          .hasMessageEndingWith("; it is a value that may be secret.");
    }
  }

  @Test
  @DisplayName("L1 a wrong value is shown short and on one line")
  void longValues() {
    assertThatThrownBy(
            () -> ClerkOptions.builder().signInUrl("in\r\nx-y: z\u202e" + "a".repeat(99)).build())
        .hasMessageEndingWith("; it is 'in\\u000d\\u000ax-y: z\\u202e" + "a".repeat(69) + "…'.");
  }

  @Test
  @DisplayName(
      "L1 the text of options names the instance, and nothing when a secret is in its place")
  void text() {
    String key = "pk_test_Y2FsbS1oZXJvbi00Mi5jbGVyay5hY2NvdW50cy5kZXYk";
    ClerkOptions.Builder builder =
        ClerkOptions.builder()
            .secretKey("sk_test_hunter2")
            .machineSecretKey("ak_hunter2")
            .jwtKey("pem");

    assertThat(builder.publishableKey(key).build()).hasToString("ClerkOptions[" + key + "]");
    assertThat(builder.publishableKey("sk_live_hunter2").build())
        .hasToString("ClerkOptions[no publishable key]");
    assertThat(new EnvironmentVariables(Map.of("CLERK_SECRET_KEY", "sk_test_hunter2")).toString())
        .doesNotContain("hunter2");
  }

  @Test
  void nullIsNoValueForTheBuilder() {
    assertThatNullPointerException()
        .isThrownBy(() -> ClerkOptions.builder().secretKey(null))
        .withMessage("clerk.secretKey is null");
  }

  private static ClerkOptions from(String property, String value) {
    return ClerkOptions.from(List.of(source(Map.of(property, value))));
  }

  private static ConfigurationSource source(Map<String, String> values) {
    return name -> Optional.ofNullable(values.get(name));
  }
}
