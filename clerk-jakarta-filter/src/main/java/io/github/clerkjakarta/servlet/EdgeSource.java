package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.PublishableKey.InstanceType;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.StartupReport;
import io.github.clerkjakarta.servlet.access.AccessGuard;
import io.github.clerkjakarta.servlet.access.AccessRules;
import java.util.List;
import java.util.Optional;

/**
 * What a filter was made with; the rest comes from its settings.
 *
 * @param options the options, where the application gave them
 * @param authenticator the authenticator, where the application made it
 * @param rules the rules, where the application gave them
 */
record EdgeSource(
    Optional<ClerkOptions> options,
    Optional<RequestAuthenticator> authenticator,
    Optional<AccessRules> rules) {

  private static final System.Logger LOG = System.getLogger(EdgeSource.class.getName());

  static final EdgeSource SETTINGS =
      new EdgeSource(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The filter's edge.
   *
   * @throws ClerkConfigurationException when a setting is missing or wrong
   */
  Edge open(Settings settings) {
    ClerkOptions complete =
        options
            .map(ClerkOptions::toBuilder)
            .orElseGet(ClerkOptions::builder)
            .fillFrom(settings.sources())
            .build();
    AccessRules judgedBy =
        rules.orElseGet(
            () -> settings.value("clerk.rules").map(AccessRules::parse).orElse(AccessRules.NONE));
    boolean hidden = denyAsNotFound(settings);
    // Last, for what is created here has to be closed again.
    RequestAuthenticator decides = authenticator.orElseGet(() -> create(complete));
    return new Edge(
        decides,
        ClerkBackend.create(complete),
        new AccessGuard(judgedBy, hidden, usual(complete)),
        ForeignOrigin.allowing(complete.authorizedParties()),
        RequestSettings.ofAddress(complete),
        !settings.isOff("clerk.debugHeaders"),
        isDevelopment(complete),
        new EdgeLog(System::nanoTime));
  }

  /** Of an authenticator that the application made nobody knows what it accepts. */
  private Optional<AcceptsToken> usual(ClerkOptions complete) {
    return authenticator.isPresent() ? Optional.empty() : Optional.of(complete.acceptsToken());
  }

  private static RequestAuthenticator create(ClerkOptions options) {
    options.requireDeployable();
    StartupReport report = StartupReport.of(options);
    LOG.log(report.level(), report.text());
    return RequestAuthenticator.create(options);
  }

  private static boolean isDevelopment(ClerkOptions options) {
    return options
        .publishableKey()
        .flatMap(PublishableKey::parse)
        .filter(key -> key.instanceType() == InstanceType.DEVELOPMENT)
        .isPresent();
  }

  private static boolean denyAsNotFound(Settings settings) {
    String status = settings.value("clerk.denyAs").orElse("403");
    if (!List.of("403", "404").contains(status)) {
      throw new ClerkConfigurationException("clerk.denyAs must be 403 or 404.");
    }
    return status.equals("404");
  }
}
