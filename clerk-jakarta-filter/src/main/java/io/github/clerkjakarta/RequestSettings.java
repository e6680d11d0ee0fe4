package io.github.clerkjakarta;

import java.util.List;
import java.util.Optional;

/**
 * The options of the instance that a request was judged by, as far as pages and redirects need
 * them. It shows no secret.
 */
public final class RequestSettings {

  /** Settings that say nothing. */
  public static final RequestSettings NONE = of(ClerkOptions.builder().build());

  private final ClerkOptions options;
  private final Optional<String> proxyUrl;

  private RequestSettings(ClerkOptions options, Optional<String> proxyUrl) {
    this.options = options;
    this.proxyUrl = proxyUrl;
  }

  /** What these options say. */
  public static RequestSettings of(ClerkOptions options) {
    return new RequestSettings(options, options.proxyUrl());
  }

  /** What these options say about where browsers see the application, and nothing of the rest. */
  public static RequestSettings ofAddress(ClerkOptions options) {
    ClerkOptions.Builder address =
        ClerkOptions.builder().forwardedHeaders(options.forwardedHeaders());
    options.publicUrl().ifPresent(address::publicUrl);
    return of(address.build());
  }

  /** These settings with another proxy URL. */
  public RequestSettings withProxyUrl(String proxyUrl) {
    return new RequestSettings(options, Optional.of(proxyUrl));
  }

  /** See {@link ClerkOptions#publishableKey()}. */
  public Optional<String> publishableKey() {
    return options.publishableKey();
  }

  /** See {@link ClerkOptions#instanceKey()}. */
  public Optional<PublishableKey> instanceKey() {
    return options.instanceKey();
  }

  /** Whether the instance is for building and testing. */
  public boolean isDevelopment() {
    return options.instanceKey().filter(PublishableKey::isDevelopment).isPresent();
  }

  /** The proxy URL, made absolute where the request's own address is known. */
  public Optional<String> proxyUrl() {
    return proxyUrl;
  }

  /** See {@link ClerkOptions#domain()}. */
  public Optional<String> domain() {
    return options.domain();
  }

  /** See {@link ClerkOptions#satellite()}. */
  public boolean satellite() {
    return options.satellite();
  }

  /** See {@link ClerkOptions#satelliteAutoSync()}. */
  public boolean satelliteAutoSync() {
    return options.satelliteAutoSync();
  }

  /** See {@link ClerkOptions#signInUrl()}. */
  public Optional<String> signInUrl() {
    return options.signInUrl();
  }

  /** See {@link ClerkOptions#signUpUrl()}. */
  public Optional<String> signUpUrl() {
    return options.signUpUrl();
  }

  /** See {@link ClerkOptions#afterSignInUrl()}. */
  public Optional<String> afterSignInUrl() {
    return options.afterSignInUrl();
  }

  /** See {@link ClerkOptions#afterSignUpUrl()}. */
  public Optional<String> afterSignUpUrl() {
    return options.afterSignUpUrl();
  }

  /** See {@link ClerkOptions#signInForceRedirectUrl()}. */
  public Optional<String> signInForceRedirectUrl() {
    return options.signInForceRedirectUrl();
  }

  /** See {@link ClerkOptions#signUpForceRedirectUrl()}. */
  public Optional<String> signUpForceRedirectUrl() {
    return options.signUpForceRedirectUrl();
  }

  /** See {@link ClerkOptions#signInFallbackRedirectUrl()}. */
  public Optional<String> signInFallbackRedirectUrl() {
    return options.signInFallbackRedirectUrl();
  }

  /** See {@link ClerkOptions#signUpFallbackRedirectUrl()}. */
  public Optional<String> signUpFallbackRedirectUrl() {
    return options.signUpFallbackRedirectUrl();
  }

  /** See {@link ClerkOptions#allowedRedirectOrigins()}. */
  public List<String> allowedRedirectOrigins() {
    return options.allowedRedirectOrigins();
  }

  /** See {@link ClerkOptions#publicUrl()}. */
  public Optional<String> publicUrl() {
    return options.publicUrl();
  }

  /** See {@link ClerkOptions#forwardedHeaders()}. */
  public ForwardedHeaders forwardedHeaders() {
    return options.forwardedHeaders();
  }

  /** Names the instance alone. */
  @Override
  public String toString() {
    return "RequestSettings of " + options;
  }
}
