package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.Optional;

/** What a satellite application has to be told, checked as Clerk does: with each request. */
final class SatelliteConfiguration {

  private SatelliteConfiguration() {}

  /**
   * Checks the options of a satellite.
   *
   * @throws ClerkConfigurationException when one is missing or wrong
   */
  static void require(RequestContext context) {
    if (!context.instance().isSatellite()) {
      return;
    }
    ClerkOptions options = context.instance().options();
    Optional<String> signInUrl = options.signInUrl().filter(url -> !url.isEmpty());
    if (signInUrl.isEmpty() && hasDevelopmentSecret(options)) {
      throw new ClerkConfigurationException(
          "Missing signInUrl. Pass a signInUrl for dev instances if an app is satellite");
    }
    String origin = context.header("origin");
    if (signInUrl.isPresent() && origin != null) {
      requireElsewhere(signInUrl.get(), origin);
    }
    if (isEmpty(options.proxyUrl()) && isEmpty(options.domain())) {
      throw new ClerkConfigurationException(
          "Missing domain and proxyUrl. A satellite application needs to specify a domain or a"
              + " proxyUrl");
    }
  }

  private static void requireElsewhere(String signInUrl, String origin) {
    WebUrl url = WebUrl.parse(signInUrl);
    if (url == null) {
      throw new ClerkConfigurationException("The signInUrl needs to have a absolute url format.");
    }
    if (url.origin().equals(origin)) {
      throw new ClerkConfigurationException(
          "The signInUrl needs to be on a different origin than your satellite application.");
    }
  }

  private static boolean hasDevelopmentSecret(ClerkOptions options) {
    return options
        .secretKey()
        .filter(key -> key.startsWith("sk_test_") || key.startsWith("test_"))
        .isPresent();
  }

  private static boolean isEmpty(Optional<String> value) {
    return value.filter(text -> !text.isEmpty()).isEmpty();
  }
}
