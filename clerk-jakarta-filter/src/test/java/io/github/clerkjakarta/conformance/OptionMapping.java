package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.RequestOptions;
import io.github.clerkjakarta.TokenType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the options of {@code @clerk/backend} to ours. */
final class OptionMapping {

  private static final Set<String> OF_ONE_REQUEST =
      Set.of("acceptsToken", "authorizedParties", "clockSkewInMs", "issuer", "skipJwksCache");

  private OptionMapping() {}

  /** The options that an authenticator is created with; one authenticator for each such set. */
  static Map<String, @Nullable Object> ofClient(Map<String, @Nullable Object> options) {
    return Values.without(options, OF_ONE_REQUEST.toArray(String[]::new));
  }

  /** The client's options, with the Backend API where it really is. */
  static ClerkOptions clientOptions(Map<String, @Nullable Object> options, String apiUrl) {
    ClerkOptions.Builder builder = ClerkOptions.builder().apiUrl(apiUrl);
    ofClient(options).forEach((name, value) -> set(builder, name, value));
    return builder.build();
  }

  private static void set(ClerkOptions.Builder builder, String name, @Nullable Object value) {
    switch (name) {
      case "publishableKey" -> builder.publishableKey(text(value));
      case "secretKey" -> builder.secretKey(text(value));
      case "machineSecretKey" -> builder.machineSecretKey(text(value));
      case "jwtKey" -> builder.jwtKey(text(value));
      case "apiVersion" -> builder.apiVersion(text(value));
      case "domain" -> builder.domain(text(value));
      case "isSatellite" -> builder.satellite(Boolean.TRUE.equals(value));
      case "satelliteAutoSync" -> builder.satelliteAutoSync(Boolean.TRUE.equals(value));
      case "organizationSyncOptions" -> setOrganizations(builder, value);
      case "proxyUrl" -> builder.proxyUrl(text(value));
      case "signInUrl" -> builder.signInUrl(text(value));
      case "signUpUrl" -> builder.signUpUrl(text(value));
      case "afterSignInUrl" -> builder.afterSignInUrl(text(value));
      case "afterSignUpUrl" -> builder.afterSignUpUrl(text(value));
      case "audience" -> builder.audience(texts(value));
      case "apiUrl" -> {}
      default -> throw new IllegalArgumentException("No such option here: " + name);
    }
  }

  private static void setOrganizations(ClerkOptions.Builder builder, @Nullable Object value) {
    if (value instanceof Map<?, ?> patterns) {
      if (patterns.get("organizationPatterns") != null) {
        builder.organizationPatterns(texts(patterns.get("organizationPatterns")));
      }
      if (patterns.get("personalAccountPatterns") != null) {
        builder.personalAccountPatterns(texts(patterns.get("personalAccountPatterns")));
      }
    }
  }

  /** The options for one request. */
  static RequestOptions requestOptions(Map<String, @Nullable Object> options) {
    RequestOptions.Builder builder = RequestOptions.builder();
    Map<String, @Nullable Object> given = new LinkedHashMap<>(options);
    given.keySet().retainAll(OF_ONE_REQUEST);
    given.forEach(
        (name, value) -> {
          switch (name) {
            case "acceptsToken" -> builder.acceptsToken(acceptsToken(value));
            case "authorizedParties" -> builder.authorizedParties(texts(value));
            case "clockSkewInMs" -> builder.clockSkew(milliseconds(value));
            case "issuer" -> builder.issuer(texts(value));
            case "skipJwksCache" -> builder.skipJwksCache(Boolean.TRUE.equals(value));
            default -> throw new IllegalStateException(name);
          }
        });
    return builder.build();
  }

  private static AcceptsToken acceptsToken(@Nullable Object value) {
    if (value instanceof String type) {
      return type.equals("any") ? new AcceptsToken.Any() : AcceptsToken.only(TokenType.of(type));
    }
    return AcceptsToken.anyOf(texts(value).stream().map(TokenType::of).toArray(TokenType[]::new));
  }

  private static Duration milliseconds(@Nullable Object value) {
    if (value instanceof Number number) {
      return Duration.ofNanos(Math.round(number.doubleValue() * 1_000_000));
    }
    throw new IllegalArgumentException("Not a number: " + value);
  }

  private static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("Not a string: " + value);
  }

  /** A string or a list of them; an empty string is an option that wasn't set. */
  private static List<String> texts(@Nullable Object value) {
    if (value instanceof String text) {
      return text.isEmpty() ? List.of() : List.of(text);
    }
    return Values.list(value).stream().map(OptionMapping::text).toList();
  }
}
