package io.github.clerkjakarta;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options for one request, laid over those of the {@link RequestAuthenticator}. Whatever isn't set
 * here is taken from {@link ClerkOptions}.
 */
public final class RequestOptions {

  /** Nothing is different for this request. */
  public static final RequestOptions DEFAULT = builder().build();

  private final Builder values;

  private RequestOptions(Builder values) {
    this.values = values;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** See {@link ClerkOptions#acceptsToken()}. */
  public Optional<AcceptsToken> acceptsToken() {
    return Optional.ofNullable(values.acceptsToken);
  }

  /** See {@link ClerkOptions#audience()}. */
  public Optional<List<String>> audience() {
    return Optional.ofNullable(values.audience);
  }

  /** See {@link ClerkOptions#authorizedParties()}. */
  public Optional<List<String>> authorizedParties() {
    return Optional.ofNullable(values.authorizedParties);
  }

  /** See {@link ClerkOptions#issuer()}. */
  public Optional<List<String>> issuer() {
    return Optional.ofNullable(values.issuer);
  }

  /** See {@link ClerkOptions#clockSkew()}; here it may be negative, which makes times stricter. */
  public Optional<Duration> clockSkew() {
    return Optional.ofNullable(values.clockSkew);
  }

  /** See {@link ClerkOptions#skipJwksCache()}. */
  public Optional<Boolean> skipJwksCache() {
    return Optional.ofNullable(values.skipJwksCache);
  }

  /** Collects the options of one request. */
  public static final class Builder {
    private @Nullable AcceptsToken acceptsToken;
    private @Nullable List<String> audience;
    private @Nullable List<String> authorizedParties;
    private @Nullable List<String> issuer;
    private @Nullable Duration clockSkew;
    private @Nullable Boolean skipJwksCache;

    private Builder() {}

    private Builder(Builder other) {
      acceptsToken = other.acceptsToken;
      audience = other.audience;
      authorizedParties = other.authorizedParties;
      issuer = other.issuer;
      clockSkew = other.clockSkew;
      skipJwksCache = other.skipJwksCache;
    }

    /** Which kinds of token this request may carry. */
    public Builder acceptsToken(AcceptsToken acceptsToken) {
      this.acceptsToken = acceptsToken;
      return this;
    }

    /** Which audiences are accepted. */
    public Builder audience(List<String> audience) {
      this.audience = List.copyOf(audience);
      return this;
    }

    /** Which origins a session may have been issued to. */
    public Builder authorizedParties(List<String> authorizedParties) {
      this.authorizedParties = List.copyOf(authorizedParties);
      return this;
    }

    /** Which issuers are accepted. */
    public Builder issuer(List<String> issuer) {
      this.issuer = List.copyOf(issuer);
      return this;
    }

    /** How far the clocks may differ. */
    public Builder clockSkew(Duration clockSkew) {
      this.clockSkew = clockSkew;
      return this;
    }

    /** Whether keys and verified tokens are looked up anew. */
    public Builder skipJwksCache(boolean skipJwksCache) {
      this.skipJwksCache = skipJwksCache;
      return this;
    }

    /** The options. */
    public RequestOptions build() {
      return new RequestOptions(new Builder(this));
    }
  }
}
