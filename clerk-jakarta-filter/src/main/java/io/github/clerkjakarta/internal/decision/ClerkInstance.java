package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.auth.Nobody;
import io.github.clerkjakarta.internal.request.PublicAddress;
import io.github.clerkjakarta.internal.token.TokenRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the options say about the Clerk instance, worked out once. */
final class ClerkInstance {

  private final ClerkOptions options;
  private final DecisionLog log;
  private final @Nullable PublishableKey key;
  private final @Nullable String secretKey;
  private final SuffixedNames cookieNames;
  private final String originalFrontendApi;
  private final OrganizationPaths organizations;
  private final TokenRules rules;
  private final RequestSettings settings;
  private final RequestSettings address;
  private final PublicAddress seenAt;
  private final AcceptsToken acceptsToken;
  private final boolean satellite;
  private final boolean handshakeInQuery;
  private final boolean relativeProxy;
  private final Optional<String> name;

  ClerkInstance(ClerkOptions options, DecisionLog log) {
    this.options = options;
    this.log = log;
    this.key = options.instanceKey().orElse(null);
    this.secretKey = options.secretKey().filter(text -> !text.isEmpty()).orElse(null);
    this.originalFrontendApi = options.frontendApiHost().orElse("");
    this.cookieNames = SuffixedNames.of(key == null ? "" : key.cookieSuffix());
    this.organizations = new OrganizationPaths(options);
    this.rules =
        new TokenRules(
            options.audience(),
            options.authorizedParties(),
            options.issuer(),
            options.clockSkew().toMillis(),
            options.skipJwksCache(),
            null);
    this.settings = RequestSettings.of(options);
    this.address = RequestSettings.ofAddress(options);
    this.seenAt = PublicAddress.of(settings);
    this.acceptsToken = options.acceptsToken();
    this.satellite = options.satellite();
    this.handshakeInQuery = options.handshakeInQuery();
    this.relativeProxy = options.proxyUrl().filter(url -> url.startsWith("/")).isPresent();
    this.name = options.instance();
  }

  ClerkOptions options() {
    return options;
  }

  /** What an operator is told. */
  DecisionLog log() {
    return log;
  }

  OrganizationPaths organizations() {
    return organizations;
  }

  TokenRules rules() {
    return rules;
  }

  /** The name of the instance, where the application has several. */
  Optional<String> name() {
    return name;
  }

  /** Which kinds of token are accepted where a request doesn't say. */
  AcceptsToken acceptsToken() {
    return acceptsToken;
  }

  /** Whether this application is a satellite. */
  boolean isSatellite() {
    return satellite;
  }

  /** Where browsers see the application. */
  PublicAddress seenAt() {
    return seenAt;
  }

  /** Nobody, as one of this instance, where a token of this kind was asked for. */
  Auth nobody(TokenType asked) {
    return Nobody.of(name, Optional.of(asked));
  }

  /** Nobody, as one of this instance, where one of several kinds of token was asked for. */
  Auth nobodyOfAnyKind() {
    return Nobody.of(name, Optional.empty());
  }

  /**
   * The publishable key.
   *
   * @throws ClerkConfigurationException when it's missing or isn't one
   */
  PublishableKey key() {
    if (key != null) {
      return key;
    }
    throw new ClerkConfigurationException(
        options.publishableKey().filter(text -> !text.isEmpty()).isEmpty()
            ? "Publishable key is missing. Set CLERK_PUBLISHABLE_KEY to the key on the API keys"
                + " page of the Clerk Dashboard."
            : "Publishable key not valid (expected format: pk_test_... or pk_live_...). Set"
                + " CLERK_PUBLISHABLE_KEY to the key on the API keys page of the Clerk Dashboard.");
  }

  /** The names of the cookies that are this instance's alone. */
  SuffixedNames cookieNames() {
    return cookieNames;
  }

  /** Whether a handshake may come back in the query, and not in a cookie alone. */
  boolean acceptsHandshakeInQuery() {
    return handshakeInQuery || isDevelopment();
  }

  boolean isDevelopment() {
    return key().isDevelopment();
  }

  /**
   * Requires a secret key, unless the application has said that it does without the Backend API.
   *
   * @throws ClerkConfigurationException when it's missing
   */
  void requireSecretKey() {
    if (secretKey == null && !(options.networkless() && options.jwtKey().isPresent())) {
      throw new ClerkConfigurationException(
          "Missing Clerk Secret Key. Go to https://dashboard.clerk.com and get your key for your"
              + " instance.");
    }
  }

  /**
   * Requires a key that machine tokens can be verified with.
   *
   * @throws ClerkConfigurationException when there is none
   */
  void requireMachineOrSecretKey() {
    if (secretKey() == null && options.machineSecretKey().filter(key -> !key.isEmpty()).isEmpty()) {
      throw new ClerkConfigurationException(
          "Machine token authentication requires either a Machine secret key or a Clerk secret"
              + " key. Ensure a Clerk secret key or Machine secret key is set.");
    }
  }

  /** Whether any key is known, or can be fetched, to verify a signature with. */
  boolean canFindKeys() {
    return secretKey() != null || options.jwtKey().isPresent();
  }

  /** Whether the Backend API can be asked what a handshake's nonce stands for. */
  boolean canExchangeNonce() {
    return secretKey() != null;
  }

  /** The secret key; null when there is none. */
  @Nullable String secretKey() {
    return secretKey;
  }

  /** The host that issues the tokens of this instance. */
  String originalFrontendApi() {
    return originalFrontendApi;
  }

  /** The host or address at which this application reaches the Frontend API. */
  String frontendApi(RequestSettings settings) {
    return settings.proxyUrl().filter(url -> !url.isEmpty()).orElse(originalFrontendApi);
  }

  /** The settings of a request that carries none of the kinds of token asked for. */
  RequestSettings address() {
    return address;
  }

  /** The settings of a request, where nothing in them depends on its origin. */
  RequestSettings settings() {
    return settings;
  }

  /** Whether the Frontend API is proxied below this application's own origin. */
  boolean hasRelativeProxy() {
    return relativeProxy;
  }

  /** The settings of a request to this origin: a relative proxy URL is made absolute. */
  RequestSettings settingsAt(String origin) {
    return settings.withProxyUrl(origin + settings.proxyUrl().orElse(""));
  }
}
