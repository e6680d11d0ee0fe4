package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.ClerkOptions;
import java.util.List;

/** The options that a deployment is configured with. */
final class ConfiguredOptions {

  private ConfiguredOptions() {}

  static ClerkOptions read(Settings settings) {
    ClerkOptions.Builder options = ClerkOptions.builder();
    settings.value("clerk.publishableKey").ifPresent(options::publishableKey);
    settings.value("clerk.secretKey").ifPresent(options::secretKey);
    settings.value("clerk.jwtKey").ifPresent(options::jwtKey);
    settings.value("clerk.apiUrl").ifPresent(options::apiUrl);
    settings.value("clerk.proxyUrl").ifPresent(options::proxyUrl);
    settings.value("clerk.signInUrl").ifPresent(options::signInUrl);
    settings.value("clerk.signUpUrl").ifPresent(options::signUpUrl);
    settings.value("clerk.publicUrl").ifPresent(options::publicUrl);
    settings
        .value("clerk.authorizedParties")
        .map(list -> List.of(list.split("\\s*,\\s*")))
        .ifPresent(options::authorizedParties);
    return options.build();
  }
}
