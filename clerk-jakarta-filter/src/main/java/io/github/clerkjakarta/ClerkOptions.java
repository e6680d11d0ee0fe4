package io.github.clerkjakarta;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of one Clerk instance in one application. Immutable; its {@link #toString} names no
 * key but the publishable one.
 */
public final class ClerkOptions {

  private final Builder values;

  private ClerkOptions(Builder values) {
    this.values = values;
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from these options. */
  public Builder toBuilder() {
    return new Builder(values);
  }

  /** The publishable key of the instance. */
  public Optional<String> publishableKey() {
    return Optional.ofNullable(values.publishableKey);
  }

  /** The secret key for the Backend API. */
  public Optional<String> secretKey() {
    return Optional.ofNullable(values.secretKey);
  }

  /** The secret key of this machine, for verifying M2M tokens. */
  public Optional<String> machineSecretKey() {
    return Optional.ofNullable(values.machineSecretKey);
  }

  /** The instance's public key in PEM form: verification then needs no network. */
  public Optional<String> jwtKey() {
    return Optional.ofNullable(values.jwtKey);
  }

  /**
   * Whether to do without the Backend API: the PEM key alone, no secret key. Default: {@code
   * false}.
   */
  public boolean networkless() {
    return values.networkless;
  }

  /** The address of the Backend API. Default: {@code https://api.clerk.com}. */
  public String apiUrl() {
    return values.apiUrl;
  }

  /** The version in the path of the Backend API. Default: {@code v1}. */
  public String apiVersion() {
    return values.apiVersion;
  }

  /**
   * The address at which this application, or a proxy, serves the Frontend API; absolute, or a path
   * on this host.
   */
  public Optional<String> proxyUrl() {
    return Optional.ofNullable(values.proxyUrl);
  }

  /** The domain of this satellite application. */
  public Optional<String> domain() {
    return Optional.ofNullable(values.domain);
  }

  /** Whether this application is a satellite of another. Default: {@code false}. */
  public boolean satellite() {
    return values.satellite;
  }

  /** Whether a satellite asks its primary about every new visitor. Default: {@code false}. */
  public boolean satelliteAutoSync() {
    return values.satelliteAutoSync;
  }

  /** The sign-in page. */
  public Optional<String> signInUrl() {
    return Optional.ofNullable(values.signInUrl);
  }

  /** The sign-up page. */
  public Optional<String> signUpUrl() {
    return Optional.ofNullable(values.signUpUrl);
  }

  /** Where to go after sign-in. */
  public Optional<String> afterSignInUrl() {
    return Optional.ofNullable(values.afterSignInUrl);
  }

  /** Where to go after sign-up. */
  public Optional<String> afterSignUpUrl() {
    return Optional.ofNullable(values.afterSignUpUrl);
  }

  /** Which kinds of token a request may carry. Default: session tokens. */
  public AcceptsToken acceptsToken() {
    return values.acceptsToken;
  }

  /** The audiences of which a token with an {@code aud} claim must name one; empty for no check. */
  public List<String> audience() {
    return values.audience;
  }

  /**
   * The origins of which a token's {@code azp} claim must name one; empty for no check. Set it in
   * production.
   */
  public List<String> authorizedParties() {
    return values.authorizedParties;
  }

  /** The issuers of which a token's {@code iss} claim must be one; empty for no check. */
  public List<String> issuer() {
    return values.issuer;
  }

  /** How far the clocks of Clerk and this host may differ; not negative. Default: 5 seconds. */
  public Duration clockSkew() {
    return values.clockSkew;
  }

  /**
   * Whether the keys are fetched for each request, and no verified token is remembered. Default:
   * {@code false}.
   */
  public boolean skipJwksCache() {
    return values.skipJwksCache;
  }

  /**
   * How long the last good keys serve while no new ones can be fetched; zero for not at all.
   * Default: 24 hours.
   */
  public Duration staleKeysFor() {
    return values.staleKeysFor;
  }

  /**
   * The longest token that is looked at, in characters; a longer one is refused undecoded. Default:
   * 16,384.
   */
  public int maxTokenLength() {
    return values.maxTokenLength;
  }

  /**
   * The origin that browsers see, for example {@code https://app.example}; it replaces whatever the
   * request says.
   */
  public Optional<String> publicUrl() {
    return Optional.ofNullable(values.publicUrl);
  }

  /**
   * Whether {@code X-Forwarded-Host} and {@code X-Forwarded-Proto} tell what browsers see. Default:
   * {@link ForwardedHeaders#TRUSTED}.
   */
  public ForwardedHeaders forwardedHeaders() {
    return values.forwardedHeaders;
  }

  /**
   * Whether a production instance accepts a handshake in the query, as Clerk does. Default: {@code
   * true}.
   */
  public boolean handshakeInQuery() {
    return values.handshakeInQuery;
  }

  /** Names the instance; never a secret. */
  @Override
  public String toString() {
    return "ClerkOptions[" + publishableKey().orElse("no publishable key") + "]";
  }

  /** Collects options. */
  public static final class Builder {
    private @Nullable String publishableKey;
    private @Nullable String secretKey;
    private @Nullable String machineSecretKey;
    private @Nullable String jwtKey;
    private boolean networkless;
    private String apiUrl = "https://api.clerk.com";
    private String apiVersion = "v1";
    private @Nullable String proxyUrl;
    private @Nullable String domain;
    private boolean satellite;
    private boolean satelliteAutoSync;
    private @Nullable String signInUrl;
    private @Nullable String signUpUrl;
    private @Nullable String afterSignInUrl;
    private @Nullable String afterSignUpUrl;
    private AcceptsToken acceptsToken = AcceptsToken.SESSION_TOKEN;
    private List<String> audience = List.of();
    private List<String> authorizedParties = List.of();
    private List<String> issuer = List.of();
    private Duration clockSkew = Duration.ofSeconds(5);
    private boolean skipJwksCache;
    private Duration staleKeysFor = Duration.ofHours(24);
    private int maxTokenLength = 16 * 1024;
    private @Nullable String publicUrl;
    private ForwardedHeaders forwardedHeaders = ForwardedHeaders.TRUSTED;
    private boolean handshakeInQuery = true;

    private Builder() {}

    private Builder(Builder other) {
      publishableKey = other.publishableKey;
      secretKey = other.secretKey;
      machineSecretKey = other.machineSecretKey;
      jwtKey = other.jwtKey;
      networkless = other.networkless;
      apiUrl = other.apiUrl;
      apiVersion = other.apiVersion;
      proxyUrl = other.proxyUrl;
      domain = other.domain;
      satellite = other.satellite;
      satelliteAutoSync = other.satelliteAutoSync;
      signInUrl = other.signInUrl;
      signUpUrl = other.signUpUrl;
      afterSignInUrl = other.afterSignInUrl;
      afterSignUpUrl = other.afterSignUpUrl;
      acceptsToken = other.acceptsToken;
      audience = other.audience;
      authorizedParties = other.authorizedParties;
      issuer = other.issuer;
      clockSkew = other.clockSkew;
      skipJwksCache = other.skipJwksCache;
      staleKeysFor = other.staleKeysFor;
      maxTokenLength = other.maxTokenLength;
      publicUrl = other.publicUrl;
      forwardedHeaders = other.forwardedHeaders;
      handshakeInQuery = other.handshakeInQuery;
    }

    /** See {@link ClerkOptions#publishableKey()}. */
    public Builder publishableKey(String publishableKey) {
      this.publishableKey = publishableKey;
      return this;
    }

    /** See {@link ClerkOptions#secretKey()}. */
    public Builder secretKey(String secretKey) {
      this.secretKey = secretKey;
      return this;
    }

    /** See {@link ClerkOptions#machineSecretKey()}. */
    public Builder machineSecretKey(String machineSecretKey) {
      this.machineSecretKey = machineSecretKey;
      return this;
    }

    /** See {@link ClerkOptions#jwtKey()}. */
    public Builder jwtKey(String jwtKey) {
      this.jwtKey = jwtKey;
      return this;
    }

    /** See {@link ClerkOptions#networkless()}. */
    public Builder networkless(boolean networkless) {
      this.networkless = networkless;
      return this;
    }

    /** See {@link ClerkOptions#apiUrl()}. */
    public Builder apiUrl(String apiUrl) {
      this.apiUrl = apiUrl;
      return this;
    }

    /** See {@link ClerkOptions#apiVersion()}. */
    public Builder apiVersion(String apiVersion) {
      this.apiVersion = apiVersion;
      return this;
    }

    /** See {@link ClerkOptions#proxyUrl()}. */
    public Builder proxyUrl(String proxyUrl) {
      this.proxyUrl = proxyUrl;
      return this;
    }

    /** See {@link ClerkOptions#domain()}. */
    public Builder domain(String domain) {
      this.domain = domain;
      return this;
    }

    /** See {@link ClerkOptions#satellite()}. */
    public Builder satellite(boolean satellite) {
      this.satellite = satellite;
      return this;
    }

    /** See {@link ClerkOptions#satelliteAutoSync()}. */
    public Builder satelliteAutoSync(boolean satelliteAutoSync) {
      this.satelliteAutoSync = satelliteAutoSync;
      return this;
    }

    /** See {@link ClerkOptions#signInUrl()}. */
    public Builder signInUrl(String signInUrl) {
      this.signInUrl = signInUrl;
      return this;
    }

    /** See {@link ClerkOptions#signUpUrl()}. */
    public Builder signUpUrl(String signUpUrl) {
      this.signUpUrl = signUpUrl;
      return this;
    }

    /** See {@link ClerkOptions#afterSignInUrl()}. */
    public Builder afterSignInUrl(String afterSignInUrl) {
      this.afterSignInUrl = afterSignInUrl;
      return this;
    }

    /** See {@link ClerkOptions#afterSignUpUrl()}. */
    public Builder afterSignUpUrl(String afterSignUpUrl) {
      this.afterSignUpUrl = afterSignUpUrl;
      return this;
    }

    /** See {@link ClerkOptions#acceptsToken()}. */
    public Builder acceptsToken(AcceptsToken acceptsToken) {
      this.acceptsToken = acceptsToken;
      return this;
    }

    /** See {@link ClerkOptions#audience()}. */
    public Builder audience(List<String> audience) {
      this.audience = List.copyOf(audience);
      return this;
    }

    /** See {@link ClerkOptions#authorizedParties()}. */
    public Builder authorizedParties(List<String> authorizedParties) {
      this.authorizedParties = List.copyOf(authorizedParties);
      return this;
    }

    /** See {@link ClerkOptions#issuer()}. */
    public Builder issuer(List<String> issuer) {
      this.issuer = List.copyOf(issuer);
      return this;
    }

    /** See {@link ClerkOptions#clockSkew()}. */
    public Builder clockSkew(Duration clockSkew) {
      this.clockSkew = clockSkew;
      return this;
    }

    /** See {@link ClerkOptions#skipJwksCache()}. */
    public Builder skipJwksCache(boolean skipJwksCache) {
      this.skipJwksCache = skipJwksCache;
      return this;
    }

    /** See {@link ClerkOptions#staleKeysFor()}. */
    public Builder staleKeysFor(Duration staleKeysFor) {
      this.staleKeysFor = staleKeysFor;
      return this;
    }

    /** See {@link ClerkOptions#maxTokenLength()}. */
    public Builder maxTokenLength(int maxTokenLength) {
      this.maxTokenLength = maxTokenLength;
      return this;
    }

    /** See {@link ClerkOptions#publicUrl()}. */
    public Builder publicUrl(String publicUrl) {
      this.publicUrl = publicUrl;
      return this;
    }

    /** See {@link ClerkOptions#forwardedHeaders()}. */
    public Builder forwardedHeaders(ForwardedHeaders forwardedHeaders) {
      this.forwardedHeaders = forwardedHeaders;
      return this;
    }

    /** See {@link ClerkOptions#handshakeInQuery()}. */
    public Builder handshakeInQuery(boolean handshakeInQuery) {
      this.handshakeInQuery = handshakeInQuery;
      return this;
    }

    /**
     * The options.
     *
     * @throws ClerkConfigurationException when a value can't be right; one message names all of
     *     them
     */
    public ClerkOptions build() {
      return new ClerkOptions(new Builder(this));
    }
  }
}
