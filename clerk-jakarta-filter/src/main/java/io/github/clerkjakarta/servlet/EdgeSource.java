package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkInstances;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ForwardedHeaders;
import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.PublishableKey.InstanceType;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.StartupReport;
import io.github.clerkjakarta.servlet.access.AccessGuard;
import io.github.clerkjakarta.servlet.access.AccessRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a filter was made with; the rest comes from its settings.
 *
 * @param options the options, where the application gave them
 * @param authenticator the authenticator, where the application made it
 * @param rules the rules, where the application gave them
 * @param instances the Clerk instances, where the application gave several
 */
record EdgeSource(
    Optional<ClerkOptions> options,
    Optional<RequestAuthenticator> authenticator,
    Optional<AccessRules> rules,
    Optional<ClerkInstances> instances) {

  private static final System.Logger LOG = System.getLogger(EdgeSource.class.getName());

  private static final ClerkOptions NOTHING_SET = ClerkOptions.builder().build();

  static final EdgeSource SETTINGS =
      new EdgeSource(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  EdgeSource with(ClerkOptions given) {
    return new EdgeSource(Optional.of(given), authenticator, rules, instances);
  }

  EdgeSource with(RequestAuthenticator given) {
    return new EdgeSource(options, Optional.of(given), rules, instances);
  }

  EdgeSource with(AccessRules given) {
    return new EdgeSource(options, authenticator, Optional.of(given), instances);
  }

  EdgeSource with(ClerkInstances given) {
    return new EdgeSource(options, authenticator, rules, Optional.of(given));
  }

  /**
   * The filter's edges.
   *
   * @throws ClerkConfigurationException when a setting is missing or wrong
   */
  Edges open(Settings settings) {
    Optional<ClerkInstances> several =
        options.isPresent() || authenticator.isPresent()
            ? Optional.empty()
            : instances.or(() -> ClerkInstances.from(settings.sources()));
    return several
        .map(found -> open(found, settings))
        .orElseGet(() -> Edges.only(edge(options.orElse(NOTHING_SET), settings)));
  }

  private Edges open(ClerkInstances several, Settings settings) {
    Map<String, Edge> byHost = new LinkedHashMap<>();
    List<Edge> opened = new ArrayList<>();
    try {
      for (ClerkInstances.Named named : several.instances()) {
        Edge edge = edge(named, settings);
        opened.add(edge);
        named.hosts().forEach(host -> byHost.put(host, edge));
      }
      return Edges.of(byHost, address(opened));
    } catch (RuntimeException e) {
      opened.forEach(Edge::close);
      throw e;
    }
  }

  private Edge edge(ClerkInstances.Named named, Settings settings) {
    try {
      return edge(
          named.options(),
          new Settings(ClerkInstances.sourcesOf(named.name(), settings.sources())));
    } catch (ClerkConfigurationException e) {
      throw new ClerkConfigurationException(
          "The Clerk instance " + named.name() + ": " + e.getMessage(), e);
    }
  }

  /** The host is read before anyone knows which instance it belongs to. */
  private static RequestSettings address(List<Edge> edges) {
    List<ForwardedHeaders> believed =
        edges.stream().map(edge -> edge.address().forwardedHeaders()).distinct().toList();
    if (believed.size() != 1) {
      throw new ClerkConfigurationException(
          "Set clerk.forwardedHeaders once, for all instances: which of them a request is for is"
              + " read off its host.");
    }
    return RequestSettings.ofAddress(
        ClerkOptions.builder().forwardedHeaders(believed.get(0)).build());
  }

  private Edge edge(ClerkOptions given, Settings settings) {
    ClerkOptions complete = given.toBuilder().fillFrom(settings.sources()).build();
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
