package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.SettingValues;
import io.github.clerkjakarta.internal.settings.ShownValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of one Clerk instance in one application. Immutable; its {@link #toString} names no
 * key but the publishable one.
 *
 * <p>Every option can be set in the {@linkplain Builder builder}, or written in a {@linkplain
 * ConfigurationSource source}. An init parameter of the filter or the application, or a system
 * property, has the name of the accessor behind {@code clerk.}; an environment variable has the
 * same name in capitals: {@link #signInUrl} is {@code clerk.signInUrl} and {@code
 * CLERK_SIGN_IN_URL}. {@link #satellite} alone is {@code clerk.isSatellite} and {@code
 * CLERK_IS_SATELLITE}, as in Clerk's SDKs. What the builder was told counts most; of the sources,
 * the first that has a value. An empty value is no value. Lists have commas between their entries;
 * times are written like {@code 500ms}, {@code 5s}, {@code 10m}, {@code 24h} or as in ISO 8601;
 * what is on or off is {@code true} or {@code 1}, and {@code false} or {@code 0}.
 *
 * <p>What concerns the application as a whole, such as the paths of ready pages, is decided before
 * there is a filter with options; in code it is set by {@link ClerkSettings}.
 *
 * @see <a href="https://clerk.com/docs/guides/development/clerk-environment-variables">Clerk:
 *     environment variables</a>
 */
public final class ClerkOptions {

  private final SettingValues values;
  private final Optional<PublishableKey> instanceKey;

  private ClerkOptions(SettingValues values) {
    this.values = values;
    this.instanceKey = values.find(Setting.PUBLISHABLE_KEY).flatMap(PublishableKey::parse);
  }

  SettingValues values() {
    return values;
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder(new SettingValues(Map.of()));
  }

  /**
   * The options that system properties and environment variables say, the former first.
   *
   * @throws ClerkConfigurationException when a value can't be right; one message names all of them
   */
  public static ClerkOptions fromEnvironment() {
    return from(List.of(ConfigurationSource.systemProperties(), ConfigurationSource.environment()));
  }

  /**
   * The options that these sources say; of several that have a value for an option the first
   * counts.
   *
   * @throws ClerkConfigurationException when a value can't be right; one message names all of them
   */
  public static ClerkOptions from(List<ConfigurationSource> sources) {
    return builder().fillFrom(sources).build();
  }

  /** A builder that starts from these options. What has its default here counts as not set. */
  public Builder toBuilder() {
    return new Builder(values);
  }

  /**
   * Checks whether an application can be deployed with these options: whether all keys are there,
   * are what they should be and belong together, and whether addresses have the right form. A
   * server that would start without this can only refuse every request.
   *
   * @throws ClerkConfigurationException when anything is missing or wrong; one message says all
   *     that has to be set, and shows no key
   */
  public void requireDeployable() {
    List<String> faults = DeploymentCheck.faults(values);
    if (!faults.isEmpty()) {
      throw new ClerkConfigurationException(String.join(" ", faults));
    }
  }

  /**
   * The name of the instance, where an application has several; {@link Auth#instance} says it. See
   * {@link ClerkInstances}.
   */
  public Optional<String> instance() {
    return values.find(Setting.INSTANCE);
  }

  /** The publishable key of the instance. */
  public Optional<String> publishableKey() {
    return values.find(Setting.PUBLISHABLE_KEY);
  }

  /** The publishable key, taken apart; empty when it is missing or isn't one. */
  public Optional<PublishableKey> instanceKey() {
    return instanceKey;
  }

  /**
   * Where this application reaches the Frontend API: its proxy, the host that goes with its
   * satellite domain in production, or the publishable key's own host. A host, or whatever the
   * proxy URL is: an absolute URL or a path. Empty without a publishable key.
   */
  public Optional<String> frontendApi() {
    return proxyUrl().filter(url -> !url.isEmpty()).or(this::frontendApiHost);
  }

  /**
   * The host of the Frontend API that issues this application's tokens, whatever proxy stands
   * before it. Empty without a publishable key.
   */
  public Optional<String> frontendApiHost() {
    return instanceKey.map(
        key ->
            domain()
                .filter(domain -> !domain.isEmpty())
                .filter(domain -> satellite() && !key.isDevelopment())
                .map(domain -> "clerk." + domain)
                .orElse(key.frontendApi()));
  }

  /** The secret key for the Backend API. */
  public Optional<String> secretKey() {
    return values.find(Setting.SECRET_KEY);
  }

  /** The secret key of this machine, for verifying M2M tokens. */
  public Optional<String> machineSecretKey() {
    return values.find(Setting.MACHINE_SECRET_KEY);
  }

  /** The instance's public key in PEM form: verification then needs no network. */
  public Optional<String> jwtKey() {
    return values.find(Setting.JWT_KEY);
  }

  /**
   * Whether to do without the Backend API: the PEM key alone, no secret key. Default: {@code
   * false}.
   */
  public boolean networkless() {
    return values.get(Setting.NETWORKLESS);
  }

  /** The address of the Backend API. Default: {@code https://api.clerk.com}. */
  public String apiUrl() {
    return values.get(Setting.API_URL);
  }

  /** The version in the path of the Backend API. Default: {@code v1}. */
  public String apiVersion() {
    return values.get(Setting.API_VERSION);
  }

  /**
   * The address at which this application, or a proxy, serves the Frontend API; absolute, or a path
   * on this host.
   */
  public Optional<String> proxyUrl() {
    return values.find(Setting.PROXY_URL);
  }

  /** The domain of this satellite application. */
  public Optional<String> domain() {
    return values.find(Setting.DOMAIN);
  }

  /** Whether this application is a satellite of another. Default: {@code false}. */
  public boolean satellite() {
    return values.get(Setting.SATELLITE);
  }

  /** Whether a satellite asks its primary about every new visitor. Default: {@code false}. */
  public boolean satelliteAutoSync() {
    return values.get(Setting.SATELLITE_AUTO_SYNC);
  }

  /** The sign-in page. */
  public Optional<String> signInUrl() {
    return values.find(Setting.SIGN_IN_URL);
  }

  /** The sign-up page. */
  public Optional<String> signUpUrl() {
    return values.find(Setting.SIGN_UP_URL);
  }

  /** Where to go after sign-in. */
  public Optional<String> afterSignInUrl() {
    return values.find(Setting.AFTER_SIGN_IN_URL);
  }

  /** Where to go after sign-up. */
  public Optional<String> afterSignUpUrl() {
    return values.find(Setting.AFTER_SIGN_UP_URL);
  }

  /**
   * Where everyone goes after sign-in, wherever they came from: it stands in for the return address
   * of every redirect to sign-in.
   */
  public Optional<String> signInForceRedirectUrl() {
    return values.find(Setting.SIGN_IN_FORCE_REDIRECT_URL);
  }

  /** Where everyone goes after sign-up; see {@link #signInForceRedirectUrl()}. */
  public Optional<String> signUpForceRedirectUrl() {
    return values.find(Setting.SIGN_UP_FORCE_REDIRECT_URL);
  }

  /**
   * Where to go after sign-in when a redirect to sign-in has no return address; {@link
   * #afterSignInUrl()} where this isn't set.
   */
  public Optional<String> signInFallbackRedirectUrl() {
    return values.find(Setting.SIGN_IN_FALLBACK_REDIRECT_URL);
  }

  /** Where to go after sign-up without a return address; {@link #afterSignUpUrl()} otherwise. */
  public Optional<String> signUpFallbackRedirectUrl() {
    return values.find(Setting.SIGN_UP_FALLBACK_REDIRECT_URL);
  }

  /**
   * The origins, besides this application's own, that a browser may be sent back to after sign-in.
   * A development primary then answers only satellites among them; with none it answers all.
   */
  public List<String> allowedRedirectOrigins() {
    return values.get(Setting.ALLOWED_REDIRECT_ORIGINS);
  }

  /** Which kinds of token a request may carry. Default: session tokens. */
  public AcceptsToken acceptsToken() {
    return values.get(Setting.ACCEPTS_TOKEN);
  }

  /** The audiences of which a token with an {@code aud} claim must name one; empty for no check. */
  public List<String> audience() {
    return values.get(Setting.AUDIENCE);
  }

  /**
   * The origins of which a token's {@code azp} claim must name one; empty for no check. With it, a
   * token without {@code azp}, as Clerk issues some, is refused.
   */
  public List<String> authorizedParties() {
    return values.get(Setting.AUTHORIZED_PARTIES);
  }

  /** The issuers of which a token's {@code iss} claim must be one; empty for no check. */
  public List<String> issuer() {
    return values.get(Setting.ISSUER);
  }

  /** How far the clocks of Clerk and this host may differ; not negative. Default: 5 seconds. */
  public Duration clockSkew() {
    return values.get(Setting.CLOCK_SKEW);
  }

  /**
   * Whether the keys are fetched for each request, and no verified token is remembered. Default:
   * {@code false}.
   */
  public boolean skipJwksCache() {
    return values.get(Setting.SKIP_JWKS_CACHE);
  }

  /**
   * How long the last good keys serve while no new ones can be fetched; zero for not at all.
   * Default: 24 hours.
   */
  public Duration staleKeysFor() {
    return values.get(Setting.STALE_KEYS_FOR);
  }

  /**
   * How long Clerk's answer about an opaque machine token is remembered, whether it accepted the
   * token or doesn't know it; zero for not at all. A token that is revoked still counts for as long
   * as this. Clerk bills each verification of an opaque token. Default: zero.
   */
  public Duration machineTokenCache() {
    return values.get(Setting.MACHINE_TOKEN_CACHE);
  }

  /**
   * How long {@link ClerkBackend#currentUser} remembers a user, and so how old one may be; zero for
   * not at all. Default: 10 seconds.
   */
  public Duration userCache() {
    return values.get(Setting.USER_CACHE);
  }

  /**
   * The longest token that is looked at, in characters; a longer one is refused undecoded. Default:
   * 16,384.
   */
  public int maxTokenLength() {
    return values.get(Setting.MAX_TOKEN_LENGTH);
  }

  /**
   * How many verified tokens an application remembers at most, so that it needn't verify them
   * again; 0 for none. Several instances of one application share them. Default: 10,000.
   */
  public int verifiedTokens() {
    return values.get(Setting.VERIFIED_TOKENS);
  }

  /**
   * How many requests may wait for Clerk at once before they are authenticated; all others go on as
   * if Clerk were out of reach. Default: 16.
   */
  public int maxWaitingRequests() {
    return values.get(Setting.MAX_WAITING_REQUESTS);
  }

  /**
   * Where browsers see the application, for example {@code https://app.example}; it replaces
   * whatever the request says. Where a reverse proxy takes away the beginning of the path, that
   * stands behind it: {@code https://app.example/shop}.
   */
  public Optional<String> publicUrl() {
    return values.find(Setting.PUBLIC_URL);
  }

  /**
   * Which headers of a reverse proxy tell what browsers see. Default: {@link
   * ForwardedHeaders#TRUSTED}.
   */
  public ForwardedHeaders forwardedHeaders() {
    return values.get(Setting.FORWARDED_HEADERS);
  }

  /**
   * Whether a production instance accepts a handshake in the query, as Clerk does. Default: {@code
   * true}.
   */
  public boolean handshakeInQuery() {
    return values.get(Setting.HANDSHAKE_IN_QUERY);
  }

  /**
   * Whether a POST, PUT, PATCH or DELETE whose session token has expired is refreshed through the
   * Backend API, as a GET is, so that nobody loses what they typed. Clerk's SDKs sign such a
   * request out. It costs a call of the Backend API for each; the browser needs a refresh token.
   * Default: {@code false}.
   */
  public boolean refreshUnsafeMethods() {
    return values.get(Setting.REFRESH_UNSAFE_METHODS);
  }

  /**
   * The paths that belong to an organization, for example {@code /orgs/:slug/(.*)}: a page there
   * activates the organization that its path names, by {@code :id} or by {@code :slug}. Below the
   * context path; in the language of path-to-regexp 6, as in Clerk's SDKs. Default: none.
   *
   * @see <a href="https://clerk.com/docs/guides/organizations/org-slugs-in-urls">Clerk:
   *     organization slugs in URLs</a>
   */
  public Optional<List<String>> organizationPatterns() {
    return values.find(Setting.ORGANIZATION_PATTERNS);
  }

  /**
   * The paths that belong to the personal account, for example {@code /me/(.*)}: a page there makes
   * no organization active. An empty list means every path, as in Clerk's SDKs. Default: none.
   */
  public Optional<List<String>> personalAccountPatterns() {
    return values.find(Setting.PERSONAL_ACCOUNT_PATTERNS);
  }

  /**
   * Which paths need whom, as {@code AccessRules.parse} of the filter reads it. Default: none, and
   * every path is open.
   */
  public Optional<String> rules() {
    return values.find(Setting.RULES);
  }

  /** The status for a signed-in caller who may not pass: 403 or 404. Default: 403. */
  public int denyAs() {
    return values.get(Setting.DENY_AS);
  }

  /** The origins whose pages may call this application. Default: none. */
  public List<String> corsOrigins() {
    return values.get(Setting.CORS_ORIGINS);
  }

  /** What becomes of a CORS preflight. Default: {@link Preflight#ANSWER}. */
  public Preflight preflight() {
    return values.get(Setting.PREFLIGHT);
  }

  /** Which Content Security Policy responses carry. Default: {@link ContentSecurityPolicy#OFF}. */
  public ContentSecurityPolicy contentSecurityPolicy() {
    return values.get(Setting.CONTENT_SECURITY_POLICY);
  }

  /**
   * What the policy says besides: the values of directives by name, for example {@code img-src} and
   * {@code https://cdn.example}. They come on top of what it would say; {@code 'none'} replaces
   * that. Unmodifiable. Default: none.
   */
  public Map<String, List<String>> contentSecurityPolicyDirectives() {
    return values.get(Setting.CONTENT_SECURITY_POLICY_DIRECTIVES);
  }

  /** Whether browsers only report what the policy would forbid. Default: {@code false}. */
  public boolean contentSecurityPolicyReportOnly() {
    return values.get(Setting.CONTENT_SECURITY_POLICY_REPORT_ONLY);
  }

  /** Where browsers send their reports of what the policy forbids; none by default. */
  public Optional<String> contentSecurityPolicyReportTo() {
    return values.find(Setting.CONTENT_SECURITY_POLICY_REPORT_TO);
  }

  /**
   * Whether responses carry {@code x-clerk-auth-status} and {@code x-clerk-auth-reason}. Default:
   * {@code true}.
   */
  public boolean debugHeaders() {
    return values.get(Setting.DEBUG_HEADERS);
  }

  /** Names the instance; never a secret. */
  @Override
  public String toString() {
    return "ClerkOptions["
        + publishableKey()
            .flatMap(PublishableKey::parse)
            .map(key -> ShownValue.line(key.text()))
            .orElse("no publishable key")
        + "]";
  }

  /**
   * Collects the options, each by the name of its accessor. An empty text is no value. Not for
   * several threads.
   */
  public static final class Builder {

    private final SettingValues.Builder values;

    private Builder(SettingValues values) {
      this.values = new SettingValues.Builder(values);
    }

    /** See {@link #instance()}. */
    public Builder instance(String instance) {
      return set(Setting.INSTANCE, instance);
    }

    /** See {@link #publishableKey()}. */
    public Builder publishableKey(String publishableKey) {
      return set(Setting.PUBLISHABLE_KEY, publishableKey);
    }

    /** See {@link #secretKey()}. */
    public Builder secretKey(String secretKey) {
      return set(Setting.SECRET_KEY, secretKey);
    }

    /** See {@link #machineSecretKey()}. */
    public Builder machineSecretKey(String machineSecretKey) {
      return set(Setting.MACHINE_SECRET_KEY, machineSecretKey);
    }

    /** See {@link #jwtKey()}. */
    public Builder jwtKey(String jwtKey) {
      return set(Setting.JWT_KEY, jwtKey);
    }

    /** See {@link #networkless()}. */
    public Builder networkless(boolean networkless) {
      return set(Setting.NETWORKLESS, networkless);
    }

    /** See {@link #apiUrl()}. */
    public Builder apiUrl(String apiUrl) {
      return set(Setting.API_URL, apiUrl);
    }

    /** See {@link #apiVersion()}. */
    public Builder apiVersion(String apiVersion) {
      return set(Setting.API_VERSION, apiVersion);
    }

    /** See {@link #proxyUrl()}. */
    public Builder proxyUrl(String proxyUrl) {
      return set(Setting.PROXY_URL, proxyUrl);
    }

    /** See {@link #domain()}. */
    public Builder domain(String domain) {
      return set(Setting.DOMAIN, domain);
    }

    /** See {@link #satellite()}. */
    public Builder satellite(boolean satellite) {
      return set(Setting.SATELLITE, satellite);
    }

    /** See {@link #satelliteAutoSync()}. */
    public Builder satelliteAutoSync(boolean satelliteAutoSync) {
      return set(Setting.SATELLITE_AUTO_SYNC, satelliteAutoSync);
    }

    /** See {@link #signInUrl()}. */
    public Builder signInUrl(String signInUrl) {
      return set(Setting.SIGN_IN_URL, signInUrl);
    }

    /** See {@link #signUpUrl()}. */
    public Builder signUpUrl(String signUpUrl) {
      return set(Setting.SIGN_UP_URL, signUpUrl);
    }

    /** See {@link #afterSignInUrl()}. */
    public Builder afterSignInUrl(String afterSignInUrl) {
      return set(Setting.AFTER_SIGN_IN_URL, afterSignInUrl);
    }

    /** See {@link #afterSignUpUrl()}. */
    public Builder afterSignUpUrl(String afterSignUpUrl) {
      return set(Setting.AFTER_SIGN_UP_URL, afterSignUpUrl);
    }

    /** See {@link #signInForceRedirectUrl()}. */
    public Builder signInForceRedirectUrl(String signInForceRedirectUrl) {
      return set(Setting.SIGN_IN_FORCE_REDIRECT_URL, signInForceRedirectUrl);
    }

    /** See {@link #signUpForceRedirectUrl()}. */
    public Builder signUpForceRedirectUrl(String signUpForceRedirectUrl) {
      return set(Setting.SIGN_UP_FORCE_REDIRECT_URL, signUpForceRedirectUrl);
    }

    /** See {@link #signInFallbackRedirectUrl()}. */
    public Builder signInFallbackRedirectUrl(String signInFallbackRedirectUrl) {
      return set(Setting.SIGN_IN_FALLBACK_REDIRECT_URL, signInFallbackRedirectUrl);
    }

    /** See {@link #signUpFallbackRedirectUrl()}. */
    public Builder signUpFallbackRedirectUrl(String signUpFallbackRedirectUrl) {
      return set(Setting.SIGN_UP_FALLBACK_REDIRECT_URL, signUpFallbackRedirectUrl);
    }

    /** See {@link #allowedRedirectOrigins()}. */
    public Builder allowedRedirectOrigins(List<String> allowedRedirectOrigins) {
      return set(Setting.ALLOWED_REDIRECT_ORIGINS, List.copyOf(allowedRedirectOrigins));
    }

    /** See {@link #acceptsToken()}. */
    public Builder acceptsToken(AcceptsToken acceptsToken) {
      return set(Setting.ACCEPTS_TOKEN, acceptsToken);
    }

    /** See {@link #audience()}. */
    public Builder audience(List<String> audience) {
      return set(Setting.AUDIENCE, List.copyOf(audience));
    }

    /** See {@link #authorizedParties()}. */
    public Builder authorizedParties(List<String> authorizedParties) {
      return set(Setting.AUTHORIZED_PARTIES, List.copyOf(authorizedParties));
    }

    /** See {@link #issuer()}. */
    public Builder issuer(List<String> issuer) {
      return set(Setting.ISSUER, List.copyOf(issuer));
    }

    /** See {@link #clockSkew()}. */
    public Builder clockSkew(Duration clockSkew) {
      return set(Setting.CLOCK_SKEW, clockSkew);
    }

    /** See {@link #skipJwksCache()}. */
    public Builder skipJwksCache(boolean skipJwksCache) {
      return set(Setting.SKIP_JWKS_CACHE, skipJwksCache);
    }

    /** See {@link #staleKeysFor()}. */
    public Builder staleKeysFor(Duration staleKeysFor) {
      return set(Setting.STALE_KEYS_FOR, staleKeysFor);
    }

    /** See {@link #machineTokenCache()}. */
    public Builder machineTokenCache(Duration machineTokenCache) {
      return set(Setting.MACHINE_TOKEN_CACHE, machineTokenCache);
    }

    /** See {@link #userCache()}. */
    public Builder userCache(Duration userCache) {
      return set(Setting.USER_CACHE, userCache);
    }

    /** See {@link #maxTokenLength()}. */
    public Builder maxTokenLength(int maxTokenLength) {
      return set(Setting.MAX_TOKEN_LENGTH, maxTokenLength);
    }

    /** See {@link #verifiedTokens()}. */
    public Builder verifiedTokens(int verifiedTokens) {
      return set(Setting.VERIFIED_TOKENS, verifiedTokens);
    }

    /** See {@link #maxWaitingRequests()}. */
    public Builder maxWaitingRequests(int maxWaitingRequests) {
      return set(Setting.MAX_WAITING_REQUESTS, maxWaitingRequests);
    }

    /** See {@link #publicUrl()}. */
    public Builder publicUrl(String publicUrl) {
      return set(Setting.PUBLIC_URL, publicUrl);
    }

    /** See {@link #forwardedHeaders()}. */
    public Builder forwardedHeaders(ForwardedHeaders forwardedHeaders) {
      return set(Setting.FORWARDED_HEADERS, forwardedHeaders);
    }

    /** See {@link #handshakeInQuery()}. */
    public Builder handshakeInQuery(boolean handshakeInQuery) {
      return set(Setting.HANDSHAKE_IN_QUERY, handshakeInQuery);
    }

    /** See {@link #refreshUnsafeMethods()}. */
    public Builder refreshUnsafeMethods(boolean refreshUnsafeMethods) {
      return set(Setting.REFRESH_UNSAFE_METHODS, refreshUnsafeMethods);
    }

    /** See {@link #organizationPatterns()}. */
    public Builder organizationPatterns(List<String> organizationPatterns) {
      return set(Setting.ORGANIZATION_PATTERNS, List.copyOf(organizationPatterns));
    }

    /** See {@link #personalAccountPatterns()}. */
    public Builder personalAccountPatterns(List<String> personalAccountPatterns) {
      return set(Setting.PERSONAL_ACCOUNT_PATTERNS, List.copyOf(personalAccountPatterns));
    }

    /** See {@link #rules()}. */
    public Builder rules(String rules) {
      return set(Setting.RULES, rules);
    }

    /** See {@link #denyAs()}. */
    public Builder denyAs(int denyAs) {
      return set(Setting.DENY_AS, denyAs);
    }

    /** See {@link #corsOrigins()}. */
    public Builder corsOrigins(List<String> corsOrigins) {
      return set(Setting.CORS_ORIGINS, List.copyOf(corsOrigins));
    }

    /** See {@link #preflight()}. */
    public Builder preflight(Preflight preflight) {
      return set(Setting.PREFLIGHT, preflight);
    }

    /** See {@link #contentSecurityPolicy()}. */
    public Builder contentSecurityPolicy(ContentSecurityPolicy contentSecurityPolicy) {
      return set(Setting.CONTENT_SECURITY_POLICY, contentSecurityPolicy);
    }

    /** See {@link #contentSecurityPolicyDirectives()}. */
    public Builder contentSecurityPolicyDirectives(Map<String, List<String>> directives) {
      return set(Setting.CONTENT_SECURITY_POLICY_DIRECTIVES, directives);
    }

    /** See {@link #contentSecurityPolicyReportOnly()}. */
    public Builder contentSecurityPolicyReportOnly(boolean reportOnly) {
      return set(Setting.CONTENT_SECURITY_POLICY_REPORT_ONLY, reportOnly);
    }

    /** See {@link #contentSecurityPolicyReportTo()}. */
    public Builder contentSecurityPolicyReportTo(String endpoint) {
      return set(Setting.CONTENT_SECURITY_POLICY_REPORT_TO, endpoint);
    }

    /** See {@link #debugHeaders()}. */
    public Builder debugHeaders(boolean debugHeaders) {
      return set(Setting.DEBUG_HEADERS, debugHeaders);
    }

    /**
     * Takes whatever isn't set yet from these sources; of several that have a value for an option
     * the first counts. A value that can't be read is reported by {@link #build()}.
     */
    public Builder fillFrom(List<ConfigurationSource> sources) {
      values.fillFrom(sources);
      return this;
    }

    /**
     * The options. Keys may be missing: whether an application can be deployed is asked by {@link
     * ClerkOptions#requireDeployable()}.
     *
     * @throws ClerkConfigurationException when a value can't be right; one message names all of
     *     them, and shows no secret
     */
    public ClerkOptions build() {
      return new ClerkOptions(values.build());
    }

    private <T> Builder set(Setting<T> setting, T value) {
      values.set(setting, value);
      return this;
    }
  }
}
