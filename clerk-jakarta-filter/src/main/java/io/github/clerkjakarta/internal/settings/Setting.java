package io.github.clerkjakarta.internal.settings;

import static io.github.clerkjakarta.internal.settings.SettingRow.duration;
import static io.github.clerkjakarta.internal.settings.SettingRow.flag;
import static io.github.clerkjakarta.internal.settings.SettingRow.list;
import static io.github.clerkjakarta.internal.settings.SettingRow.number;
import static io.github.clerkjakarta.internal.settings.SettingRow.oneOf;
import static io.github.clerkjakarta.internal.settings.SettingRow.origins;
import static io.github.clerkjakarta.internal.settings.SettingRow.ownPath;
import static io.github.clerkjakarta.internal.settings.SettingRow.page;
import static io.github.clerkjakarta.internal.settings.SettingRow.setting;
import static io.github.clerkjakarta.internal.settings.SettingRow.text;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ContentSecurityPolicy;
import io.github.clerkjakarta.ForwardedHeaders;
import io.github.clerkjakarta.Preflight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One setting: its name, its default, how it is written, which values can't be right, where it may
 * be said, and what it means. The rows below are all there are; docs/configuration.md is made of
 * them. Those of a {@link Scope#INSTANCE} have an accessor and a builder's method in {@code
 * ClerkOptions}.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {

  private static final String PREFIX = "clerk.";
  private static final String NAME = "NAME";
  private static final List<Setting<?>> TABLE = new ArrayList<>();

  public static final Setting<String> PUBLISHABLE_KEY =
      row(text("publishableKey").own().meaning("The publishable key, `pk_test_…` or `pk_live_…`"));
  public static final Setting<String> SECRET_KEY =
      row(
          text("secretKey")
              .own()
              .secret()
              .meaning("The secret key for the Backend API, `sk_test_…` or `sk_live_…`"));
  public static final Setting<String> MACHINE_SECRET_KEY =
      row(
          text("machineSecretKey")
              .own()
              .secret()
              .meaning("The secret key of this machine, for verifying M2M tokens"));
  public static final Setting<String> JWT_KEY =
      row(
          text("jwtKey")
              .own()
              .secret()
              .refusing(
                  pem -> pem.contains("PRIVATE KEY"),
                  "the instance's public key in PEM form; what it holds is a private key, which"
                      + " must never leave Clerk")
              .refusing(
                  SettingText::isEncodedPem,
                  "the instance's public key in PEM form; what it holds is that text encoded once"
                      + " more, in base64: decode it")
              .meaning(
                  "The instance's public key in PEM form; verification then needs no network"));
  public static final Setting<Boolean> NETWORKLESS =
      row(
          flag("networkless", "false")
              .meaning("Whether to do without the Backend API: the PEM key alone, no secret key"));
  public static final Setting<String> API_URL =
      row(
          text("apiUrl")
              .defaultsTo("https://api.clerk.com")
              .only(UrlForms::isBackend, UrlForms.BACKEND)
              .meaning("The address of the Backend API"));
  public static final Setting<String> API_VERSION =
      row(
          text("apiVersion")
              .defaultsTo("v1")
              .only(version -> version.matches("[A-Za-z0-9._-]+"), "a version such as v1")
              .meaning("The version in the path of the Backend API"));
  public static final Setting<String> PROXY_URL =
      row(
          text("proxyUrl")
              .own()
              .meaning("Where the Frontend API is served instead of its own host"));
  public static final Setting<String> DOMAIN =
      row(text("domain").own().meaning("The domain of this satellite application"));
  public static final Setting<Boolean> SATELLITE =
      row(
          flag("isSatellite", "false")
              .own()
              .meaning("Whether this application is a satellite of another"));
  public static final Setting<Boolean> SATELLITE_AUTO_SYNC =
      row(
          flag("satelliteAutoSync", "false")
              .meaning("Whether a satellite asks its primary about every new visitor"));
  public static final Setting<String> SIGN_IN_URL =
      row(
          page("signInUrl")
              .meaning(
                  "The sign-in page. One of this application is open whatever the rules say: write"
                      + " it as a path, or set `clerk.publicUrl`"));
  public static final Setting<String> SIGN_UP_URL =
      row(page("signUpUrl").meaning("The sign-up page"));
  public static final Setting<String> AFTER_SIGN_IN_URL =
      row(page("afterSignInUrl").meaning("Where to go after sign-in"));
  public static final Setting<String> AFTER_SIGN_UP_URL =
      row(page("afterSignUpUrl").meaning("Where to go after sign-up"));
  public static final Setting<String> SIGN_IN_FORCE_REDIRECT_URL =
      row(
          page("signInForceRedirectUrl")
              .meaning("Where everyone goes after sign-in, wherever they came from"));
  public static final Setting<String> SIGN_UP_FORCE_REDIRECT_URL =
      row(
          page("signUpForceRedirectUrl")
              .meaning("Where everyone goes after sign-up, wherever they came from"));
  public static final Setting<String> SIGN_IN_FALLBACK_REDIRECT_URL =
      row(
          page("signInFallbackRedirectUrl")
              .meaning("Where to go after sign-in without a return address"));
  public static final Setting<String> SIGN_UP_FALLBACK_REDIRECT_URL =
      row(
          page("signUpFallbackRedirectUrl")
              .meaning("Where to go after sign-up without a return address"));
  public static final Setting<List<String>> ALLOWED_REDIRECT_ORIGINS =
      row(
          origins("allowedRedirectOrigins")
              .meaning("Other origins that a browser may be sent back to"));
  public static final Setting<AcceptsToken> ACCEPTS_TOKEN =
      row(
          setting(
                  "acceptsToken",
                  AcceptsToken::parse,
                  "any, or to one or more of session_token, api_key, m2m_token and oauth_token with"
                      + " commas between them")
              .defaultsTo("session_token")
              .meaning("The kinds of token that a request may carry, or `any`"));
  public static final Setting<List<String>> AUDIENCE =
      row(
          list("audience")
              .own()
              .defaultsTo("")
              .meaning("The accepted audiences; none for no check"));
  public static final Setting<List<String>> AUTHORIZED_PARTIES =
      row(
          list("authorizedParties")
              .own()
              .defaultsTo("")
              .refusing(UrlForms::haveWildcard, UrlForms.NO_WILDCARD)
              .only(
                  UrlForms::areParties,
                  "origins without a path, such as https://app.example, with commas between them")
              .canonical(UrlForms::canonical)
              .meaning("The origins that a session may have been issued to; none for no check"));
  public static final Setting<List<String>> ISSUER =
      row(list("issuer").own().defaultsTo("").meaning("The accepted issuers; none for no check"));
  public static final Setting<Duration> CLOCK_SKEW =
      row(
          duration("clockSkew", "5s")
              .meaning("How far the clocks of Clerk and this host may differ"));
  public static final Setting<Boolean> SKIP_JWKS_CACHE =
      row(flag("skipJwksCache", "false").meaning("Whether the keys are fetched for each request"));
  public static final Setting<Duration> STALE_KEYS_FOR =
      row(
          duration("staleKeysFor", "24h")
              .meaning("How long the last good keys serve while no new ones can be fetched"));
  public static final Setting<Duration> MACHINE_TOKEN_CACHE =
      row(
          duration("machineTokenCache", "0s")
              .meaning("How long Clerk's answer about an opaque machine token is remembered"));
  public static final Setting<Duration> USER_CACHE =
      row(
          duration("userCache", "10s")
              .meaning("How long `ClerkBackend.currentUser` remembers a user"));
  public static final Setting<Integer> MAX_TOKEN_LENGTH =
      row(
          number("maxTokenLength", "16384", "a number of characters above zero, such as 16384")
              .only(length -> length > 0)
              .meaning("The longest token that is looked at, in characters"));
  public static final Setting<Integer> VERIFIED_TOKENS =
      row(
          number("verifiedTokens", "10000", "a number of tokens such as 10000, or to 0 for none")
              .only(most -> most >= 0)
              .meaning(
                  "How many verified tokens the application remembers at most, all its filters and"
                      + " instances together, so that all say the same; `0` for none"));
  public static final Setting<Integer> MAX_WAITING_REQUESTS =
      row(
          number("maxWaitingRequests", "16", "a number of requests above zero, such as 16")
              .only(most -> most > 0)
              .meaning(
                  "How many requests may wait for Clerk at once before it is known who is calling,"
                      + " for each instance; all others go on as if Clerk were out of reach"));
  public static final Setting<String> PUBLIC_URL =
      row(
          text("publicUrl")
              .own()
              .only(
                  UrlForms::isApplication,
                  "the scheme, host and port that browsers see, such as https://app.example, and a"
                      + " path behind them where a proxy takes it away, such as"
                      + " https://app.example/shop")
              .canonical(UrlForms::canonicalApplication)
              .meaning(
                  "Where browsers see the application: its origin, and behind it a path that a"
                      + " proxy takes away: [reverse-proxies.md](reverse-proxies.md)"));
  public static final Setting<ForwardedHeaders> FORWARDED_HEADERS =
      row(
          oneOf("forwardedHeaders", ForwardedHeaders.values())
              .defaultsTo("trusted")
              .meaning(
                  "Which headers of a proxy are believed: `trusted`, those for host and scheme;"
                      + " `with-prefix`, `X-Forwarded-Prefix` as well; `ignored`, none"));
  public static final Setting<Boolean> HANDSHAKE_IN_QUERY =
      row(
          flag("handshakeInQuery", "true")
              .meaning("Whether production accepts a handshake in the query"));
  public static final Setting<Boolean> REFRESH_UNSAFE_METHODS =
      row(
          flag("refreshUnsafeMethods", "false")
              .meaning("Whether a POST whose session has just expired is refreshed"));
  public static final Setting<List<String>> ORGANIZATION_PATTERNS =
      row(
          list("organizationPatterns")
              .meaning("Paths whose `:id` or `:slug` is the organization to activate"));
  public static final Setting<List<String>> PERSONAL_ACCOUNT_PATTERNS =
      row(
          list("personalAccountPatterns")
              .meaning("Paths on which no organization is to be active"));
  public static final Setting<String> INSTANCE =
      row(
          text("instance")
              .own()
              .scope(Scope.FILTER)
              .meaning("The name of the instance, where an application has several"));
  public static final Setting<List<String>> INSTANCES =
      row(
          list("instances")
              .defaultsTo("")
              .scope(Scope.FILTER)
              .meaning("The names of several instances: [many-instances.md](many-instances.md)"));
  public static final Setting<List<String>> HOSTS =
      row(
          list("NAME.hosts")
              .defaultsTo("")
              .scope(Scope.FILTER)
              .meaning(
                  "The hosts at which browsers find the instance `NAME`, one of"
                      + " `clerk.instances`"));
  public static final Setting<String> RULES =
      row(
          text("rules")
              .meaning(
                  "Which paths need whom, as `AccessRules.parse` reads it; without rules every path"
                      + " is open"));
  public static final Setting<Integer> DENY_AS =
      row(
          number("denyAs", "403", "403 or 404")
              .only(status -> status == 403 || status == 404)
              .meaning("What a signed-in caller who may not pass is told: `403` or `404`"));
  public static final Setting<List<String>> CORS_ORIGINS =
      row(
          origins("corsOrigins")
              .meaning(
                  "The origins whose pages may call this application: their preflights are"
                      + " answered, and they can read what the filter answers."
                      + " [single-page-apps.md](single-page-apps.md)"));
  public static final Setting<Preflight> PREFLIGHT =
      row(
          oneOf("preflight", Preflight.values())
              .defaultsTo("answer")
              .meaning(
                  "Whether CORS preflights are judged and, where need be, answered here (`answer`),"
                      + " or all left to the application (`pass`)"));
  public static final Setting<Boolean> DEBUG_HEADERS =
      row(
          flag("debugHeaders", "true")
              .meaning("Whether responses carry `x-clerk-auth-status` and `x-clerk-auth-reason`"));
  public static final Setting<ContentSecurityPolicy> CONTENT_SECURITY_POLICY =
      row(
          oneOf("contentSecurityPolicy", ContentSecurityPolicy.values())
              .defaultsTo("off")
              .meaning(
                  "Which `Content-Security-Policy` responses carry: `default`, or `strict` with a"
                      + " nonce: [content-security-policy.md](content-security-policy.md)"));
  public static final Setting<Map<String, List<String>>> CONTENT_SECURITY_POLICY_DIRECTIVES =
      row(
          setting(
                  "contentSecurityPolicyDirectives",
                  DirectiveText::read,
                  "directives with semicolons between them, each once and on one line, such as"
                      + " img-src https://cdn.example; frame-src 'none', whose values hold neither"
                      + " commas nor line breaks")
              .defaultsTo("")
              .only(DirectiveText::areDirectives)
              .canonical(DirectiveText::canonical)
              .meaning("What the policy says besides; `'none'` in place of all that it said"));
  public static final Setting<Boolean> CONTENT_SECURITY_POLICY_REPORT_ONLY =
      row(
          flag("contentSecurityPolicyReportOnly", "false")
              .meaning("Whether browsers only report what the policy would forbid"));
  public static final Setting<String> CONTENT_SECURITY_POLICY_REPORT_TO =
      row(
          text("contentSecurityPolicyReportTo")
              .only(
                  UrlForms::isReportingEndpoint,
                  "an https:// address, or to a path that starts with /, of printable ASCII without"
                      + " quotes, commas and semicolons")
              .meaning("Where browsers send their reports of it"));
  public static final Setting<String> PAGES =
      row(
          text("pages")
              .scope(Scope.APPLICATION)
              .meaning(
                  "Paths of [ready pages](components.md), such as `/sign-in,/sign-up`; needs"
                      + " clerk-jakarta-pages, as do the next four"));
  public static final Setting<String> JS_URL =
      row(
          text("jsUrl")
              .scope(Scope.APPLICATION)
              .meaning("Where browsers load ClerkJS from, in place of the instance's own host"));
  public static final Setting<String> JS_VERSION =
      row(
          text("jsVersion")
              .defaultsTo("6")
              .scope(Scope.APPLICATION)
              .meaning("The version of ClerkJS"));
  public static final Setting<String> UI_URL =
      row(
          text("uiUrl")
              .scope(Scope.APPLICATION)
              .meaning(
                  "Where browsers load Clerk's components from, in place of the instance's own"
                      + " host"));
  public static final Setting<String> UI_VERSION =
      row(
          text("uiVersion")
              .defaultsTo("1")
              .scope(Scope.APPLICATION)
              .meaning("The version of Clerk's components"));
  public static final Setting<List<String>> SCOPES_SUPPORTED =
      row(
          list("scopesSupported")
              .defaultsTo("")
              .scope(Scope.APPLICATION)
              .meaning(
                  "The scopes that the metadata of RFC 9728 name; an init-param of the servlet"
                      + " `ProtectedResourceMetadata` counts more"));
  public static final Setting<Boolean> PROTECTED_RESOURCE_METADATA =
      row(
          flag("protectedResourceMetadata", "false")
              .scope(Scope.APPLICATION)
              .meaning(
                  "Whether the metadata of RFC 9728 are served below"
                      + " `/.well-known/oauth-protected-resource`"));
  public static final Setting<String> FRONTEND_API_PROXY =
      row(
          ownPath("frontendApiProxy", "/__clerk")
              .meaning(
                  "Where this application serves Clerk's Frontend API, such as `/__clerk`;"
                      + " `clerk.proxyUrl` follows:"
                      + " [frontend-api-proxy.md](frontend-api-proxy.md)"));
  public static final Setting<String> FAPI_URL =
      row(
          text("fapiUrl")
              .defaultsTo("https://frontend-api.clerk.dev")
              .scope(Scope.APPLICATION)
              .only(UrlForms::isBackend, UrlForms.BACKEND)
              .meaning("Where `clerk.frontendApiProxy` finds the Frontend API"));
  public static final Setting<String> WEBHOOKS_PATH =
      row(
          ownPath("webhooks.path", "/webhooks/clerk")
              .meaning(
                  "Where Clerk's webhooks are received, such as `/webhooks/clerk`:"
                      + " [webhooks.md](webhooks.md)"));
  public static final Setting<List<String>> WEBHOOK_SIGNING_SECRET =
      row(
          list("webhookSigningSecret")
              .secret()
              .scope(Scope.APPLICATION)
              .meaning(
                  "The signing secret of the webhook endpoint, `whsec_…`; while it is being"
                      + " replaced, the old and the new one"));
  public static final Setting<String> WEBHOOKS_CACHE =
      row(
          text("webhooks.cache")
              .scope(Scope.APPLICATION)
              .meaning(
                  "The JCache cache in which all nodes know which webhooks were handled and which"
                      + " sessions have ended, such as `clerk`:"
                      + " [webhooks.md](webhooks.md#once-per-cluster)"));
  public static final Setting<String> REVOCATION =
      row(
          text("revocation")
              .scope(Scope.APPLICATION)
              .only("webhooks"::equals, "webhooks, or not at all")
              .meaning(
                  "`webhooks`: sessions that have ended count no more, though their tokens are"
                      + " still in time: [sign-out.md](sign-out.md)"));
  public static final Setting<Boolean> FILTER_AUTO =
      row(
          flag("filter.auto", "true")
              .scope(Scope.APPLICATION)
              .meaning("Whether the filter registers itself"));
  public static final Setting<Boolean> SECURITY_AUTO =
      row(
          flag("security.auto", "false")
              .scope(Scope.SERVER)
              .meaning(
                  "Whether Jakarta Security is told who is calling without a"
                      + " `@ClerkAuthenticationMechanismDefinition`"));
  public static final Setting<Boolean> HEALTH =
      row(
          flag("health", "false")
              .scope(Scope.SERVER)
              .meaning(
                  "Whether MicroProfile Health is told whether there are keys to verify tokens"
                      + " with: [health.md](health.md)"));
  public static final Setting<String> CALLER_NAME_CLAIM =
      row(
          text("security.callerNameClaim")
              .scope(Scope.APPLICATION)
              .meaning("The claim of a session that names the caller; the user's id unless set"));
  public static final Setting<List<String>> GROUP_CLAIMS =
      row(
          list("security.groupClaims")
              .defaultsTo("")
              .scope(Scope.APPLICATION)
              .meaning(
                  "Claims of a session whose values become groups, each with its claim before it"));
  public static final Setting<List<String>> ROLE =
      row(
          list("roles.NAME")
              .defaultsTo("")
              .scope(Scope.APPLICATION)
              .withoutVariable()
              .meaning(
                  "The groups, with commas between them, any of which puts a caller into the role"
                      + " `NAME`"));

  private final String name;
  private final SettingRow<T> row;
  private final Optional<T> defaultValue;

  private Setting(String name, SettingRow<T> row) {
    this.name = name;
    this.row = row;
    this.defaultValue = row.defaultText().map(row::read);
  }

  private static <T> Setting<T> row(SettingRow<T> row) {
    Setting<T> setting = new Setting<>(row.name(), row);
    TABLE.add(setting);
    return setting;
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
    return row.hasVariable()
        ? Optional.of(EnvironmentVariables.variable(property()))
        : Optional.empty();
  }

  /** The names, as messages have them. */
  public String label() {
    return property() + variable().map(variable -> " (" + variable + ")").orElse("");
  }

  /** What it means, in Markdown. */
  public String sentence() {
    return row.meaning();
  }

  /** The default as it would be written. */
  public Optional<String> defaultText() {
    return row.defaultText();
  }

  /** What it is about. */
  public Scope scope() {
    return row.scope();
  }

  /** Whether it makes an instance what it is, so that no instance takes it from elsewhere. */
  public boolean isOwn() {
    return row.isOwn();
  }

  /** Whether it must not be shown. */
  public boolean isSecret() {
    return row.isSecret();
  }

  /** Whether its name has a part that the application chooses. */
  boolean isPattern() {
    return name.contains(NAME);
  }

  /** The same where the name has a part that the application chooses. */
  public Setting<T> named(String chosen) {
    return new Setting<>(name.replace(NAME, chosen), row);
  }

  /** The same under the name of an instance. */
  Setting<T> of(String instance) {
    return new Setting<>(instance + "." + name, row);
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
    return row.read(text);
  }

  /** A sentence that says what to set instead of this value; empty when it can be right. */
  Optional<String> fault(T value, String text) {
    return row.formInsteadOf(value).map(form -> fault(form, text));
  }

  /** A sentence that says what to set instead of a text that spells no value. */
  String fault(String text) {
    return fault(row.form(), text);
  }

  /** A sentence that says what to set; it never shows a secret value. */
  private String fault(String form, String text) {
    return "Set "
        + label()
        + " to "
        + form
        + (row.isSecret() ? "." : "; it is " + ShownValue.of(text) + ".");
  }

  /** The one form of a value that can be right. */
  T canonical(T value) {
    return row.canonical(value);
  }

  /** Names the setting. */
  @Override
  public String toString() {
    return property();
  }
}
