package io.github.clerkjakarta.internal.settings;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ForwardedHeaders;
import io.github.clerkjakarta.Preflight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One setting: its name, its default, how it is written, which values can't be right, where it may
 * be said, and what it means. The rows below are all there are; docs/configuration.md is made of
 * them. Those of a {@link Scope#INSTANCE} have an accessor and a builder's method in {@code
 * ClerkOptions}.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {

  /** What a setting is about, and so where it may be said. */
  public enum Scope {
    /**
     * One Clerk instance; where there are several, under its name too: {@code clerk.acme.rules}.
     */
    INSTANCE(""),
    /** One filter. */
    FILTER(""),
    /** The application as a whole. */
    APPLICATION(
        "as a context-param of the application, in MicroProfile Config or as a system property"),
    /** What is asked before there is a servlet context. */
    SERVER("in MicroProfile Config, as a system property or in the environment");

    private final String places;

    Scope(String places) {
      this.places = places;
    }

    /** Where to say it, where it can't be said everywhere. */
    String places() {
      return places;
    }
  }

  private static final String PREFIX = "clerk.";
  private static final String NAME = "NAME";
  private static final List<Setting<?>> TABLE = new ArrayList<>();

  public static final Setting<String> PUBLISHABLE_KEY =
      text("publishableKey").own().row("The publishable key, `pk_test_…` or `pk_live_…`");

  public static final Setting<String> SECRET_KEY =
      text("secretKey")
          .own()
          .secret()
          .row("The secret key for the Backend API, `sk_test_…` or `sk_live_…`");
  public static final Setting<String> MACHINE_SECRET_KEY =
      text("machineSecretKey")
          .own()
          .secret()
          .row("The secret key of this machine, for verifying M2M tokens");
  public static final Setting<String> JWT_KEY =
      text("jwtKey")
          .own()
          .secret()
          .refusing(
              pem -> pem.contains("PRIVATE KEY"),
              "the instance's public key in PEM form; what it holds is a private key, which must"
                  + " never leave Clerk")
          .refusing(
              SettingText::isEncodedPem,
              "the instance's public key in PEM form; what it holds is that text encoded once more,"
                  + " in base64: decode it")
          .row("The instance's public key in PEM form; verification then needs no network");
  public static final Setting<Boolean> NETWORKLESS =
      flag("networkless", "false")
          .row("Whether to do without the Backend API: the PEM key alone, no secret key");
  public static final Setting<String> API_URL =
      text("apiUrl")
          .defaultsTo("https://api.clerk.com")
          .only(UrlForms::isBackend, UrlForms.BACKEND)
          .row("The address of the Backend API");
  public static final Setting<String> API_VERSION =
      text("apiVersion")
          .defaultsTo("v1")
          .only(version -> version.matches("[A-Za-z0-9._-]+"), "a version such as v1")
          .row("The version in the path of the Backend API");
  public static final Setting<String> PROXY_URL =
      text("proxyUrl").own().row("Where the Frontend API is served instead of its own host");
  public static final Setting<String> DOMAIN =
      text("domain").own().row("The domain of this satellite application");
  public static final Setting<Boolean> SATELLITE =
      flag("isSatellite", "false").own().row("Whether this application is a satellite of another");
  public static final Setting<Boolean> SATELLITE_AUTO_SYNC =
      flag("satelliteAutoSync", "false")
          .row("Whether a satellite asks its primary about every new visitor");
  public static final Setting<String> SIGN_IN_URL =
      page("signInUrl")
          .row(
              "The sign-in page. One of this application is open whatever the rules say: write it"
                  + " as a path, or set `clerk.publicUrl`");
  public static final Setting<String> SIGN_UP_URL = page("signUpUrl").row("The sign-up page");
  public static final Setting<String> AFTER_SIGN_IN_URL =
      page("afterSignInUrl").row("Where to go after sign-in");
  public static final Setting<String> AFTER_SIGN_UP_URL =
      page("afterSignUpUrl").row("Where to go after sign-up");
  public static final Setting<String> SIGN_IN_FORCE_REDIRECT_URL =
      page("signInForceRedirectUrl")
          .row("Where everyone goes after sign-in, wherever they came from");
  public static final Setting<String> SIGN_UP_FORCE_REDIRECT_URL =
      page("signUpForceRedirectUrl")
          .row("Where everyone goes after sign-up, wherever they came from");
  public static final Setting<String> SIGN_IN_FALLBACK_REDIRECT_URL =
      page("signInFallbackRedirectUrl").row("Where to go after sign-in without a return address");
  public static final Setting<String> SIGN_UP_FALLBACK_REDIRECT_URL =
      page("signUpFallbackRedirectUrl").row("Where to go after sign-up without a return address");
  public static final Setting<List<String>> ALLOWED_REDIRECT_ORIGINS =
      origins("allowedRedirectOrigins").row("Other origins that a browser may be sent back to");
  public static final Setting<AcceptsToken> ACCEPTS_TOKEN =
      setting(
              "acceptsToken",
              AcceptsToken::parse,
              "any, or to one or more of session_token, api_key, m2m_token and oauth_token with"
                  + " commas between them")
          .defaultsTo("session_token")
          .row("The kinds of token that a request may carry, or `any`");
  public static final Setting<List<String>> AUDIENCE =
      list("audience").own().defaultsTo("").row("The accepted audiences; none for no check");
  public static final Setting<List<String>> AUTHORIZED_PARTIES =
      list("authorizedParties")
          .own()
          .defaultsTo("")
          .refusing(UrlForms::haveWildcard, UrlForms.NO_WILDCARD)
          .only(
              UrlForms::areParties,
              "origins without a path, such as https://app.example, with commas between them")
          .canonical(UrlForms::canonical)
          .row("The origins that a session may have been issued to; none for no check");
  public static final Setting<List<String>> ISSUER =
      list("issuer").own().defaultsTo("").row("The accepted issuers; none for no check");
  public static final Setting<Duration> CLOCK_SKEW =
      duration("clockSkew", "5s").row("How far the clocks of Clerk and this host may differ");
  public static final Setting<Boolean> SKIP_JWKS_CACHE =
      flag("skipJwksCache", "false").row("Whether the keys are fetched for each request");
  public static final Setting<Duration> STALE_KEYS_FOR =
      duration("staleKeysFor", "24h")
          .row("How long the last good keys serve while no new ones can be fetched");
  public static final Setting<Duration> MACHINE_TOKEN_CACHE =
      duration("machineTokenCache", "0s")
          .row("How long Clerk's answer about an opaque machine token is remembered");
  public static final Setting<Duration> USER_CACHE =
      duration("userCache", "10s").row("How long `ClerkBackend.currentUser` remembers a user");
  public static final Setting<Integer> MAX_TOKEN_LENGTH =
      number("maxTokenLength", "16384", "a number of characters above zero, such as 16384")
          .only(length -> length > 0)
          .row("The longest token that is looked at, in characters");
  public static final Setting<Integer> VERIFIED_TOKENS =
      number("verifiedTokens", "10000", "a number of tokens such as 10000, or to 0 for none")
          .only(most -> most >= 0)
          .row(
              "How many verified tokens the application remembers at most, all its filters and"
                  + " instances together, so that all say the same; `0` for none");
  public static final Setting<Integer> MAX_WAITING_REQUESTS =
      number("maxWaitingRequests", "16", "a number of requests above zero, such as 16")
          .only(most -> most > 0)
          .row(
              "How many requests may wait for Clerk at once before it is known who is calling, for"
                  + " each instance; all others go on as if Clerk were out of reach");
  public static final Setting<String> PUBLIC_URL =
      text("publicUrl")
          .own()
          .only(
              UrlForms::isApplication,
              "the scheme, host and port that browsers see, such as https://app.example, and a path"
                  + " behind them where a proxy takes it away, such as https://app.example/shop")
          .canonical(UrlForms::canonicalApplication)
          .row(
              "Where browsers see the application: its origin, and behind it a path that a proxy"
                  + " takes away: [reverse-proxies.md](reverse-proxies.md)");
  public static final Setting<ForwardedHeaders> FORWARDED_HEADERS =
      oneOf("forwardedHeaders", ForwardedHeaders.values())
          .defaultsTo("trusted")
          .row(
              "Which headers of a proxy are believed: `trusted`, those for host and scheme;"
                  + " `with-prefix`, `X-Forwarded-Prefix` as well; `ignored`, none");
  public static final Setting<Boolean> HANDSHAKE_IN_QUERY =
      flag("handshakeInQuery", "true").row("Whether production accepts a handshake in the query");
  public static final Setting<Boolean> REFRESH_UNSAFE_METHODS =
      flag("refreshUnsafeMethods", "false")
          .row("Whether a POST whose session has just expired is refreshed");
  public static final Setting<List<String>> ORGANIZATION_PATTERNS =
      list("organizationPatterns")
          .row("Paths whose `:id` or `:slug` is the organization to activate");
  public static final Setting<List<String>> PERSONAL_ACCOUNT_PATTERNS =
      list("personalAccountPatterns").row("Paths on which no organization is to be active");
  public static final Setting<String> INSTANCE =
      text("instance")
          .own()
          .scope(Scope.FILTER)
          .row("The name of the instance, where an application has several");
  public static final Setting<List<String>> INSTANCES =
      list("instances")
          .defaultsTo("")
          .scope(Scope.FILTER)
          .row("The names of several instances: [many-instances.md](many-instances.md)");
  public static final Setting<List<String>> HOSTS =
      list("NAME.hosts")
          .defaultsTo("")
          .scope(Scope.FILTER)
          .row("The hosts at which browsers find the instance `NAME`, one of `clerk.instances`");
  public static final Setting<String> RULES =
      text("rules")
          .row(
              "Which paths need whom, as `AccessRules.parse` reads it; without rules every path is"
                  + " open");
  public static final Setting<Integer> DENY_AS =
      number("denyAs", "403", "403 or 404")
          .only(status -> status == 403 || status == 404)
          .row("What a signed-in caller who may not pass is told: `403` or `404`");
  public static final Setting<List<String>> CORS_ORIGINS =
      origins("corsOrigins")
          .row(
              "The origins whose pages may call this application: their preflights are answered,"
                  + " and they can read what the filter answers."
                  + " [single-page-apps.md](single-page-apps.md)");
  public static final Setting<Preflight> PREFLIGHT =
      oneOf("preflight", Preflight.values())
          .defaultsTo("answer")
          .row(
              "Whether CORS preflights are judged and, where need be, answered here (`answer`), or"
                  + " all left to the application (`pass`)");
  public static final Setting<Boolean> DEBUG_HEADERS =
      flag("debugHeaders", "true")
          .row("Whether responses carry `x-clerk-auth-status` and `x-clerk-auth-reason`");
  public static final Setting<String> PAGES =
      text("pages")
          .scope(Scope.APPLICATION)
          .row(
              "Paths of [ready pages](components.md), such as `/sign-in,/sign-up`; needs"
                  + " clerk-jakarta-pages, as do the next four");
  public static final Setting<String> JS_URL =
      text("jsUrl")
          .scope(Scope.APPLICATION)
          .row("Where browsers load ClerkJS from, in place of the instance's own host");
  public static final Setting<String> JS_VERSION =
      text("jsVersion").defaultsTo("6").scope(Scope.APPLICATION).row("The version of ClerkJS");
  public static final Setting<String> UI_URL =
      text("uiUrl")
          .scope(Scope.APPLICATION)
          .row("Where browsers load Clerk's components from, in place of the instance's own host");
  public static final Setting<String> UI_VERSION =
      text("uiVersion")
          .defaultsTo("1")
          .scope(Scope.APPLICATION)
          .row("The version of Clerk's components");
  public static final Setting<List<String>> SCOPES_SUPPORTED =
      list("scopesSupported")
          .defaultsTo("")
          .scope(Scope.APPLICATION)
          .row(
              "The scopes that the metadata of RFC 9728 name; an init-param of the servlet"
                  + " `ProtectedResourceMetadata` counts more");
  public static final Setting<Boolean> PROTECTED_RESOURCE_METADATA =
      flag("protectedResourceMetadata", "false")
          .scope(Scope.APPLICATION)
          .row(
              "Whether the metadata of RFC 9728 are served below"
                  + " `/.well-known/oauth-protected-resource`");
  public static final Setting<String> FRONTEND_API_PROXY =
      ownPath("frontendApiProxy", "/__clerk")
          .row(
              "Where this application serves Clerk's Frontend API, such as `/__clerk`;"
                  + " `clerk.proxyUrl` follows: [frontend-api-proxy.md](frontend-api-proxy.md)");
  public static final Setting<String> FAPI_URL =
      text("fapiUrl")
          .defaultsTo("https://frontend-api.clerk.dev")
          .scope(Scope.APPLICATION)
          .only(UrlForms::isBackend, UrlForms.BACKEND)
          .row("Where `clerk.frontendApiProxy` finds the Frontend API");
  public static final Setting<String> WEBHOOKS_PATH =
      ownPath("webhooks.path", "/webhooks/clerk")
          .row(
              "Where Clerk's webhooks are received, such as `/webhooks/clerk`:"
                  + " [webhooks.md](webhooks.md)");
  public static final Setting<List<String>> WEBHOOK_SIGNING_SECRET =
      list("webhookSigningSecret")
          .secret()
          .scope(Scope.APPLICATION)
          .row(
              "The signing secret of the webhook endpoint, `whsec_…`; while it is being replaced,"
                  + " the old and the new one");
  public static final Setting<String> REVOCATION =
      text("revocation")
          .scope(Scope.APPLICATION)
          .only("webhooks"::equals, "webhooks, or not at all")
          .row(
              "`webhooks`: sessions that have ended count no more, though their tokens are still in"
                  + " time: [sign-out.md](sign-out.md)");
  public static final Setting<Boolean> FILTER_AUTO =
      flag("filter.auto", "true")
          .scope(Scope.APPLICATION)
          .row("Whether the filter registers itself");
  public static final Setting<Boolean> SECURITY_AUTO =
      flag("security.auto", "false")
          .scope(Scope.SERVER)
          .row(
              "Whether Jakarta Security is told who is calling without a"
                  + " `@ClerkAuthenticationMechanismDefinition`");
  public static final Setting<String> CALLER_NAME_CLAIM =
      text("security.callerNameClaim")
          .scope(Scope.APPLICATION)
          .row("The claim of a session that names the caller; the user's id unless set");
  public static final Setting<List<String>> GROUP_CLAIMS =
      list("security.groupClaims")
          .defaultsTo("")
          .scope(Scope.APPLICATION)
          .row("Claims of a session whose values become groups, each with its claim before it");
  public static final Setting<List<String>> ROLE =
      list("roles.NAME")
          .defaultsTo("")
          .scope(Scope.APPLICATION)
          .withoutVariable()
          .row(
              "The groups, with commas between them, any of which puts a caller into the role"
                  + " `NAME`");

  private final String name;
  private final Row<T> row;
  private final String sentence;
  private final Optional<T> defaultValue;

  private Setting(String name, Row<T> row, String sentence) {
    this.name = name;
    this.row = row;
    this.sentence = sentence;
    this.defaultValue = Optional.ofNullable(row.defaultText).map(row.reader);
  }

  /** Every setting, in the order above. */
  public static List<Setting<?>> table() {
    return Collections.unmodifiableList(TABLE);
  }

  /** Every setting that a filter's options hold. */
  static Stream<Setting<?>> ofOptions() {
    return TABLE.stream()
        .filter(it -> it.scope() == Scope.INSTANCE || it.scope() == Scope.FILTER)
        .filter(it -> !it.isPattern());
  }

  /** The name in init parameters and system properties, for example {@code clerk.apiUrl}. */
  public String property() {
    return PREFIX + name;
  }

  /** The name in the environment, for example {@code CLERK_API_URL}; empty where it has none. */
  public Optional<String> variable() {
    return row.variable ? Optional.of(EnvironmentVariables.variable(property())) : Optional.empty();
  }

  /** The names, as messages have them. */
  public String label() {
    return property() + variable().map(variable -> " (" + variable + ")").orElse("");
  }

  /** What it means, in Markdown. */
  public String sentence() {
    return sentence;
  }

  /** The default as it would be written. */
  public Optional<String> defaultText() {
    return Optional.ofNullable(row.defaultText);
  }

  /** What it is about. */
  public Scope scope() {
    return row.scope;
  }

  /** Whether it makes an instance what it is, so that no instance takes it from elsewhere. */
  public boolean isOwn() {
    return row.own;
  }

  /** Whether it must not be shown. */
  public boolean isSecret() {
    return row.secret;
  }

  /** Whether its name has a part that the application chooses. */
  boolean isPattern() {
    return name.contains(NAME);
  }

  /** The same where the name has a part that the application chooses. */
  public Setting<T> named(String chosen) {
    return new Setting<>(name.replace(NAME, chosen), row, sentence);
  }

  /** The same under the name of an instance. */
  Setting<T> of(String instance) {
    return new Setting<>(instance + "." + name, row, sentence);
  }

  Optional<T> defaultValue() {
    return defaultValue;
  }

  /**
   * The value that a text spells.
   *
   * @throws IllegalArgumentException when it spells none
   */
  T read(String text) {
    return row.reader.apply(text);
  }

  /** A sentence that says what to set instead of this value; empty when it can be right. */
  Optional<String> fault(T value, String text) {
    return row.checks.stream()
        .filter(check -> check.wrong.test(value))
        .findFirst()
        .map(check -> fault(check.form, text));
  }

  /** A sentence that says what to set instead of a text that spells no value. */
  String fault(String text) {
    return fault(row.form, text);
  }

  /** A sentence that says what to set; it never shows a secret value. */
  private String fault(String form, String text) {
    return "Set "
        + label()
        + " to "
        + form
        + (row.secret ? "." : "; it is " + ShownValue.of(text) + ".");
  }

  /** The one form of a value that can be right. */
  T canonical(T value) {
    return row.canonical.apply(value);
  }

  /** Names the setting. */
  @Override
  public String toString() {
    return property();
  }

  private static <T> Row<T> setting(String name, Function<String, T> reader, String form) {
    return new Row<>(name, reader, form);
  }

  private static Row<String> text(String name) {
    return setting(name, Function.identity(), "another value");
  }

  private static Row<Boolean> flag(String name, String defaultText) {
    return setting(name, SettingText::flag, "true or false").defaultsTo(defaultText);
  }

  private static Row<Integer> number(String name, String defaultText, String form) {
    return setting(name, Integer::valueOf, form).defaultsTo(defaultText);
  }

  private static Row<String> page(String name) {
    return text(name)
        .only(
            UrlForms::isPage,
            "an https:// or http:// address, or to a path that starts with / or ~/");
  }

  private static Row<String> ownPath(String name, String example) {
    return text(name)
        .scope(Scope.APPLICATION)
        .only(
            path -> path.matches("(/[A-Za-z0-9_-][A-Za-z0-9._~-]*)+"),
            "one path below the context path, such as "
                + example
                + ", of letters, digits, '-', '.', '_' and '~', without a '/' at its end");
  }

  private static Row<List<String>> list(String name) {
    return setting(name, SettingText::list, "entries with commas between them");
  }

  private static Row<List<String>> origins(String name) {
    return list(name)
        .defaultsTo("")
        .refusing(UrlForms::haveWildcard, UrlForms.NO_WILDCARD)
        .only(
            UrlForms::areOrigins,
            "origins without a path, such as https://app.example, with commas between them")
        .canonical(UrlForms::canonical);
  }

  private static Row<Duration> duration(String name, String defaultText) {
    return setting(
            name,
            SettingText::duration,
            "a time that isn't negative, such as 500ms, 5s, 10m, 24h or PT5S")
        .defaultsTo(defaultText)
        .only(SettingText::isPlainDuration);
  }

  private static <E extends Enum<E>> Row<E> oneOf(String name, E[] values) {
    Map<String, E> byWord = new LinkedHashMap<>();
    for (E value : values) {
      byWord.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
    }
    String form = String.join(", ", byWord.keySet()).replaceFirst(", (?=[^,]*$)", " or ");
    return setting(name, text -> found(byWord, text.toLowerCase(Locale.ROOT)), form);
  }

  private static <E> E found(Map<String, E> byWord, String word) {
    E value = byWord.get(word);
    if (value == null) {
      throw new IllegalArgumentException("No such word");
    }
    return value;
  }

  /** What can't be right, and what to set instead. */
  private record Check<T>(Predicate<T> wrong, String form) {}

  /** Collects what a row says. */
  private static final class Row<T> {
    private final String name;
    private final Function<String, T> reader;
    private final String form;
    private final List<Check<T>> checks = new ArrayList<>();
    private UnaryOperator<T> canonical = UnaryOperator.identity();
    private @Nullable String defaultText;
    private Scope scope = Scope.INSTANCE;
    private boolean own;
    private boolean secret;
    private boolean variable = true;

    private Row(String name, Function<String, T> reader, String form) {
      this.name = name;
      this.reader = reader;
      this.form = form;
    }

    private Row<T> defaultsTo(String text) {
      defaultText = text;
      return this;
    }

    private Row<T> only(Predicate<T> right, String instead) {
      return refusing(right.negate(), instead);
    }

    private Row<T> only(Predicate<T> right) {
      return only(right, form);
    }

    private Row<T> refusing(Predicate<T> wrong, String instead) {
      checks.add(new Check<>(wrong, instead));
      return this;
    }

    private Row<T> canonical(UnaryOperator<T> form) {
      canonical = form;
      return this;
    }

    private Row<T> scope(Scope what) {
      scope = what;
      return this;
    }

    private Row<T> own() {
      own = true;
      return this;
    }

    private Row<T> secret() {
      secret = true;
      return this;
    }

    private Row<T> withoutVariable() {
      variable = false;
      return this;
    }

    private Setting<T> row(String sentence) {
      Setting<T> setting = new Setting<>(name, this, sentence);
      TABLE.add(setting);
      return setting;
    }
  }
}
