package io.github.clerkjakarta;

import static io.github.clerkjakarta.ForwardedHeaders.TRUSTED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One option of {@link ClerkOptions}: its name, its default, how it is written, and which values
 * can't be right.
 */
final class ClerkOption<T> {

  private static final List<ClerkOption<?>> TABLE = new ArrayList<>();

  static final ClerkOption<String> INSTANCE = text("instance").row();
  static final ClerkOption<String> PUBLISHABLE_KEY = text("publishableKey").row();
  static final ClerkOption<String> SECRET_KEY = text("secretKey").secret().row();
  static final ClerkOption<String> MACHINE_SECRET_KEY = text("machineSecretKey").secret().row();
  static final ClerkOption<String> JWT_KEY =
      text("jwtKey")
          .secret()
          .valid(
              "the instance's public key in PEM form; what it holds is a private key, which must"
                  + " never leave Clerk",
              pem -> !pem.contains("PRIVATE KEY"))
          .row();
  static final ClerkOption<Boolean> NETWORKLESS = flag("networkless", false);
  static final ClerkOption<String> API_URL =
      text("apiUrl")
          .defaultsTo("https://api.clerk.com")
          .valid(
              "an https:// address, or an http:// one of this host, such as http://localhost:8080",
              UrlForms::isBackend)
          .row();
  static final ClerkOption<String> API_VERSION =
      text("apiVersion")
          .defaultsTo("v1")
          .valid("a version such as v1", version -> version.matches("[A-Za-z0-9._-]+"))
          .row();
  static final ClerkOption<String> PROXY_URL = text("proxyUrl").row();
  static final ClerkOption<String> DOMAIN = text("domain").row();
  static final ClerkOption<Boolean> SATELLITE = flag("isSatellite", false);
  static final ClerkOption<Boolean> SATELLITE_AUTO_SYNC = flag("satelliteAutoSync", false);
  static final ClerkOption<String> SIGN_IN_URL = page("signInUrl");
  static final ClerkOption<String> SIGN_UP_URL = page("signUpUrl");
  static final ClerkOption<String> AFTER_SIGN_IN_URL = page("afterSignInUrl");
  static final ClerkOption<String> AFTER_SIGN_UP_URL = page("afterSignUpUrl");
  static final ClerkOption<String> SIGN_IN_FORCE_REDIRECT_URL = page("signInForceRedirectUrl");
  static final ClerkOption<String> SIGN_UP_FORCE_REDIRECT_URL = page("signUpForceRedirectUrl");
  static final ClerkOption<String> SIGN_IN_FALLBACK_REDIRECT_URL =
      page("signInFallbackRedirectUrl");
  static final ClerkOption<String> SIGN_UP_FALLBACK_REDIRECT_URL =
      page("signUpFallbackRedirectUrl");
  static final ClerkOption<List<String>> ALLOWED_REDIRECT_ORIGINS =
      option("allowedRedirectOrigins", OptionSyntax::list)
          .defaultsTo(List.of())
          .valid(
              "origins without a path, such as https://app.example, with commas between them",
              origins -> origins.stream().allMatch(UrlForms::isOrigin))
          .row();
  static final ClerkOption<AcceptsToken> ACCEPTS_TOKEN =
      option("acceptsToken", AcceptsToken::parse)
          .defaultsTo(AcceptsToken.SESSION_TOKEN)
          .valid(
              "any, or to one or more of session_token, api_key, m2m_token and oauth_token with"
                  + " commas between them",
              accepted -> true)
          .row();
  static final ClerkOption<List<String>> AUDIENCE = list("audience");
  static final ClerkOption<List<String>> AUTHORIZED_PARTIES = list("authorizedParties");
  static final ClerkOption<List<String>> ISSUER = list("issuer");
  static final ClerkOption<Duration> CLOCK_SKEW = duration("clockSkew", Duration.ofSeconds(5));
  static final ClerkOption<Boolean> SKIP_JWKS_CACHE = flag("skipJwksCache", false);
  static final ClerkOption<Duration> STALE_KEYS_FOR =
      duration("staleKeysFor", Duration.ofHours(24));
  static final ClerkOption<Duration> MACHINE_TOKEN_CACHE =
      duration("machineTokenCache", Duration.ZERO);
  static final ClerkOption<Duration> USER_CACHE = duration("userCache", Duration.ofSeconds(10));
  static final ClerkOption<Integer> MAX_TOKEN_LENGTH =
      option("maxTokenLength", Integer::valueOf)
          .defaultsTo(16 * 1024)
          .valid("a number of characters above zero, such as 16384", length -> length > 0)
          .row();
  static final ClerkOption<Integer> VERIFIED_TOKENS =
      option("verifiedTokens", Integer::valueOf)
          .defaultsTo(10_000)
          .valid("a number of tokens such as 10000, or to 0 for none", most -> most >= 0)
          .row();
  static final ClerkOption<Integer> MAX_WAITING_REQUESTS =
      option("maxWaitingRequests", Integer::valueOf)
          .defaultsTo(16)
          .valid("a number of requests above zero, such as 16", most -> most > 0)
          .row();
  static final ClerkOption<String> PUBLIC_URL =
      text("publicUrl")
          .valid(
              "the scheme, host and port that browsers see, such as https://app.example, and a path"
                  + " behind them where a proxy takes it away, such as https://app.example/shop",
              UrlForms::isApplication)
          .row();
  static final ClerkOption<ForwardedHeaders> FORWARDED_HEADERS =
      option("forwardedHeaders", OptionSyntax::forwardedHeaders)
          .defaultsTo(TRUSTED)
          .valid("trusted, with-prefix or ignored", headers -> true)
          .row();
  static final ClerkOption<Boolean> HANDSHAKE_IN_QUERY = flag("handshakeInQuery", true);
  static final ClerkOption<Boolean> REFRESH_UNSAFE_METHODS = flag("refreshUnsafeMethods", false);
  static final ClerkOption<List<String>> ORGANIZATION_PATTERNS =
      option("organizationPatterns", OptionSyntax::list).row();
  static final ClerkOption<List<String>> PERSONAL_ACCOUNT_PATTERNS =
      option("personalAccountPatterns", OptionSyntax::list).row();

  private final String name;
  private final Function<String, T> reader;
  private final @Nullable T defaultValue;
  private final String form;
  private final Predicate<T> valid;
  private final boolean secret;

  private ClerkOption(
      String name,
      Function<String, T> reader,
      @Nullable T defaultValue,
      String form,
      Predicate<T> valid,
      boolean secret) {
    this.name = name;
    this.reader = reader;
    this.defaultValue = defaultValue;
    this.form = form;
    this.valid = valid;
    this.secret = secret;
  }

  /** Every option, in the order above. */
  static List<ClerkOption<?>> table() {
    return Collections.unmodifiableList(TABLE);
  }

  /** The name in init parameters and system properties, for example {@code clerk.apiUrl}. */
  String property() {
    return "clerk." + name;
  }

  /** The name in the environment, for example {@code CLERK_API_URL}. */
  String variable() {
    return EnvironmentVariables.variable(property());
  }

  /** Both names, as messages have them. */
  String label() {
    return property() + " (" + variable() + ")";
  }

  Optional<T> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /**
   * The value that a text spells.
   *
   * @throws IllegalArgumentException when it spells none
   */
  T read(String text) {
    return reader.apply(text);
  }

  /** Whether a value can be right. */
  boolean allows(T value) {
    return valid.test(value);
  }

  /** A sentence that says what to set instead of this value; it never shows a secret one. */
  String fault(String value) {
    return "Set "
        + label()
        + " to "
        + form
        + (secret ? "." : "; it is " + ShownValue.of(value) + ".");
  }

  private static <T> ClerkOption<T> option(String name, Function<String, T> reader) {
    return new ClerkOption<>(name, reader, null, "another value", value -> true, false);
  }

  private static ClerkOption<String> text(String name) {
    return option(name, text -> text);
  }

  private static ClerkOption<Boolean> flag(String name, boolean defaultValue) {
    return option(name, OptionSyntax::flag)
        .defaultsTo(defaultValue)
        .valid("true or false", flag -> true)
        .row();
  }

  private static ClerkOption<String> page(String name) {
    return text(name)
        .valid(
            "an https:// or http:// address, or to a path that starts with / or ~/",
            UrlForms::isPage)
        .row();
  }

  private static ClerkOption<List<String>> list(String name) {
    return option(name, OptionSyntax::list).defaultsTo(List.of()).row();
  }

  private static ClerkOption<Duration> duration(String name, Duration defaultValue) {
    return option(name, OptionSyntax::duration)
        .defaultsTo(defaultValue)
        .valid(
            "a time that isn't negative, such as 500ms, 5s, 10m, 24h or PT5S",
            OptionSyntax::isPlainDuration)
        .row();
  }

  private ClerkOption<T> defaultsTo(T value) {
    return new ClerkOption<>(name, reader, value, form, valid, secret);
  }

  private ClerkOption<T> valid(String newForm, Predicate<T> test) {
    return new ClerkOption<>(name, reader, defaultValue, newForm, test, secret);
  }

  private ClerkOption<T> secret() {
    return new ClerkOption<>(name, reader, defaultValue, form, valid, true);
  }

  private ClerkOption<T> row() {
    TABLE.add(this);
    return this;
  }
}
