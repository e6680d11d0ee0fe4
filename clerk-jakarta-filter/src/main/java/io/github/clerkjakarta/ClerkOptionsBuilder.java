package io.github.clerkjakarta;

import java.time.Duration;
import java.util.List;

/**
 * Collects the options of {@link ClerkOptions}, each by the name of its accessor. An empty text is
 * no value. Not for several threads.
 */
public final class ClerkOptionsBuilder {

  private final OptionCollector collector;

  ClerkOptionsBuilder(OptionValues values) {
    collector = new OptionCollector(values);
  }

  /** See {@link ClerkOptions#instance()}. */
  public ClerkOptionsBuilder instance(String instance) {
    return set(ClerkOption.INSTANCE, instance);
  }

  /** See {@link ClerkOptions#publishableKey()}. */
  public ClerkOptionsBuilder publishableKey(String publishableKey) {
    return set(ClerkOption.PUBLISHABLE_KEY, publishableKey);
  }

  /** See {@link ClerkOptions#secretKey()}. */
  public ClerkOptionsBuilder secretKey(String secretKey) {
    return set(ClerkOption.SECRET_KEY, secretKey);
  }

  /** See {@link ClerkOptions#machineSecretKey()}. */
  public ClerkOptionsBuilder machineSecretKey(String machineSecretKey) {
    return set(ClerkOption.MACHINE_SECRET_KEY, machineSecretKey);
  }

  /** See {@link ClerkOptions#jwtKey()}. */
  public ClerkOptionsBuilder jwtKey(String jwtKey) {
    return set(ClerkOption.JWT_KEY, jwtKey);
  }

  /** See {@link ClerkOptions#networkless()}. */
  public ClerkOptionsBuilder networkless(boolean networkless) {
    return set(ClerkOption.NETWORKLESS, networkless);
  }

  /** See {@link ClerkOptions#apiUrl()}. */
  public ClerkOptionsBuilder apiUrl(String apiUrl) {
    return set(ClerkOption.API_URL, apiUrl);
  }

  /** See {@link ClerkOptions#apiVersion()}. */
  public ClerkOptionsBuilder apiVersion(String apiVersion) {
    return set(ClerkOption.API_VERSION, apiVersion);
  }

  /** See {@link ClerkOptions#proxyUrl()}. */
  public ClerkOptionsBuilder proxyUrl(String proxyUrl) {
    return set(ClerkOption.PROXY_URL, proxyUrl);
  }

  /** See {@link ClerkOptions#domain()}. */
  public ClerkOptionsBuilder domain(String domain) {
    return set(ClerkOption.DOMAIN, domain);
  }

  /** See {@link ClerkOptions#satellite()}. */
  public ClerkOptionsBuilder satellite(boolean satellite) {
    return set(ClerkOption.SATELLITE, satellite);
  }

  /** See {@link ClerkOptions#satelliteAutoSync()}. */
  public ClerkOptionsBuilder satelliteAutoSync(boolean satelliteAutoSync) {
    return set(ClerkOption.SATELLITE_AUTO_SYNC, satelliteAutoSync);
  }

  /** See {@link ClerkOptions#signInUrl()}. */
  public ClerkOptionsBuilder signInUrl(String signInUrl) {
    return set(ClerkOption.SIGN_IN_URL, signInUrl);
  }

  /** See {@link ClerkOptions#signUpUrl()}. */
  public ClerkOptionsBuilder signUpUrl(String signUpUrl) {
    return set(ClerkOption.SIGN_UP_URL, signUpUrl);
  }

  /** See {@link ClerkOptions#afterSignInUrl()}. */
  public ClerkOptionsBuilder afterSignInUrl(String afterSignInUrl) {
    return set(ClerkOption.AFTER_SIGN_IN_URL, afterSignInUrl);
  }

  /** See {@link ClerkOptions#afterSignUpUrl()}. */
  public ClerkOptionsBuilder afterSignUpUrl(String afterSignUpUrl) {
    return set(ClerkOption.AFTER_SIGN_UP_URL, afterSignUpUrl);
  }

  /** See {@link ClerkOptions#signInForceRedirectUrl()}. */
  public ClerkOptionsBuilder signInForceRedirectUrl(String signInForceRedirectUrl) {
    return set(ClerkOption.SIGN_IN_FORCE_REDIRECT_URL, signInForceRedirectUrl);
  }

  /** See {@link ClerkOptions#signUpForceRedirectUrl()}. */
  public ClerkOptionsBuilder signUpForceRedirectUrl(String signUpForceRedirectUrl) {
    return set(ClerkOption.SIGN_UP_FORCE_REDIRECT_URL, signUpForceRedirectUrl);
  }

  /** See {@link ClerkOptions#signInFallbackRedirectUrl()}. */
  public ClerkOptionsBuilder signInFallbackRedirectUrl(String signInFallbackRedirectUrl) {
    return set(ClerkOption.SIGN_IN_FALLBACK_REDIRECT_URL, signInFallbackRedirectUrl);
  }

  /** See {@link ClerkOptions#signUpFallbackRedirectUrl()}. */
  public ClerkOptionsBuilder signUpFallbackRedirectUrl(String signUpFallbackRedirectUrl) {
    return set(ClerkOption.SIGN_UP_FALLBACK_REDIRECT_URL, signUpFallbackRedirectUrl);
  }

  /** See {@link ClerkOptions#allowedRedirectOrigins()}. */
  public ClerkOptionsBuilder allowedRedirectOrigins(List<String> allowedRedirectOrigins) {
    return set(ClerkOption.ALLOWED_REDIRECT_ORIGINS, List.copyOf(allowedRedirectOrigins));
  }

  /** See {@link ClerkOptions#acceptsToken()}. */
  public ClerkOptionsBuilder acceptsToken(AcceptsToken acceptsToken) {
    return set(ClerkOption.ACCEPTS_TOKEN, acceptsToken);
  }

  /** See {@link ClerkOptions#audience()}. */
  public ClerkOptionsBuilder audience(List<String> audience) {
    return set(ClerkOption.AUDIENCE, List.copyOf(audience));
  }

  /** See {@link ClerkOptions#authorizedParties()}. */
  public ClerkOptionsBuilder authorizedParties(List<String> authorizedParties) {
    return set(ClerkOption.AUTHORIZED_PARTIES, List.copyOf(authorizedParties));
  }

  /** See {@link ClerkOptions#issuer()}. */
  public ClerkOptionsBuilder issuer(List<String> issuer) {
    return set(ClerkOption.ISSUER, List.copyOf(issuer));
  }

  /** See {@link ClerkOptions#clockSkew()}. */
  public ClerkOptionsBuilder clockSkew(Duration clockSkew) {
    return set(ClerkOption.CLOCK_SKEW, clockSkew);
  }

  /** See {@link ClerkOptions#skipJwksCache()}. */
  public ClerkOptionsBuilder skipJwksCache(boolean skipJwksCache) {
    return set(ClerkOption.SKIP_JWKS_CACHE, skipJwksCache);
  }

  /** See {@link ClerkOptions#staleKeysFor()}. */
  public ClerkOptionsBuilder staleKeysFor(Duration staleKeysFor) {
    return set(ClerkOption.STALE_KEYS_FOR, staleKeysFor);
  }

  /** See {@link ClerkOptions#machineTokenCache()}. */
  public ClerkOptionsBuilder machineTokenCache(Duration machineTokenCache) {
    return set(ClerkOption.MACHINE_TOKEN_CACHE, machineTokenCache);
  }

  /** See {@link ClerkOptions#userCache()}. */
  public ClerkOptionsBuilder userCache(Duration userCache) {
    return set(ClerkOption.USER_CACHE, userCache);
  }

  /** See {@link ClerkOptions#maxTokenLength()}. */
  public ClerkOptionsBuilder maxTokenLength(int maxTokenLength) {
    return set(ClerkOption.MAX_TOKEN_LENGTH, maxTokenLength);
  }

  /** See {@link ClerkOptions#publicUrl()}. */
  public ClerkOptionsBuilder publicUrl(String publicUrl) {
    return set(ClerkOption.PUBLIC_URL, publicUrl);
  }

  /** See {@link ClerkOptions#forwardedHeaders()}. */
  public ClerkOptionsBuilder forwardedHeaders(ForwardedHeaders forwardedHeaders) {
    return set(ClerkOption.FORWARDED_HEADERS, forwardedHeaders);
  }

  /** See {@link ClerkOptions#handshakeInQuery()}. */
  public ClerkOptionsBuilder handshakeInQuery(boolean handshakeInQuery) {
    return set(ClerkOption.HANDSHAKE_IN_QUERY, handshakeInQuery);
  }

  /** See {@link ClerkOptions#refreshUnsafeMethods()}. */
  public ClerkOptionsBuilder refreshUnsafeMethods(boolean refreshUnsafeMethods) {
    return set(ClerkOption.REFRESH_UNSAFE_METHODS, refreshUnsafeMethods);
  }

  /** See {@link ClerkOptions#organizationPatterns()}. */
  public ClerkOptionsBuilder organizationPatterns(List<String> organizationPatterns) {
    return set(ClerkOption.ORGANIZATION_PATTERNS, List.copyOf(organizationPatterns));
  }

  /** See {@link ClerkOptions#personalAccountPatterns()}. */
  public ClerkOptionsBuilder personalAccountPatterns(List<String> personalAccountPatterns) {
    return set(ClerkOption.PERSONAL_ACCOUNT_PATTERNS, List.copyOf(personalAccountPatterns));
  }

  /**
   * Takes whatever isn't set yet from these sources; of several that have a value for an option the
   * first counts. A value that can't be read is reported by {@link #build()}.
   */
  public ClerkOptionsBuilder fillFrom(List<ConfigurationSource> sources) {
    collector.fillFrom(sources);
    return this;
  }

  /**
   * The options. Keys may be missing: whether an application can be deployed is asked by {@link
   * ClerkOptions#requireDeployable()}.
   *
   * @throws ClerkConfigurationException when a value can't be right; one message names all of them,
   *     and shows no secret
   */
  public ClerkOptions build() {
    return new ClerkOptions(collector.collected());
  }

  private <T> ClerkOptionsBuilder set(ClerkOption<T> option, T value) {
    collector.set(option, value);
    return this;
  }
}
