package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkInstances;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.ForwardedHeaders;
import io.github.clerkjakarta.RequestAuthenticator;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.StartupReport;
import io.github.clerkjakarta.internal.backend.ClientCalls;
import io.github.clerkjakarta.internal.csp.InstancePolicy;
import io.github.clerkjakarta.internal.decision.AccountPortal;
import io.github.clerkjakarta.internal.decision.Engine;
import io.github.clerkjakarta.internal.request.PublicAddress;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.SettingNames;
import io.github.clerkjakarta.internal.settings.SettingValues;
import io.github.clerkjakarta.internal.token.TimeSource;
import io.github.clerkjakarta.servlet.access.AccessRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a filter was made with; the rest comes from its settings.
 *
 * @param options the options, where the application gave them
 * @param authenticator the authenticator, where the application made it
 * @param rules the rules, where the application gave them
 * @param instances the Clerk instances, where the application gave several
 */
public record FilterConfiguration(
    Optional<ClerkOptions> options,
    Optional<RequestAuthenticator> authenticator,
    Optional<AccessRules> rules,
    Optional<ClerkInstances> instances) {

  private static final System.Logger LOG = System.getLogger(FilterConfiguration.class.getName());

  private static final ClerkOptions NOTHING_SET = ClerkOptions.builder().build();

  /** All comes from the settings. */
  public static final FilterConfiguration SETTINGS =
      new FilterConfiguration(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The same, with these options. */
  public FilterConfiguration with(ClerkOptions given) {
    return new FilterConfiguration(Optional.of(given), authenticator, rules, instances);
  }

  /** The same, with this authenticator. */
  public FilterConfiguration with(RequestAuthenticator given) {
    return new FilterConfiguration(options, Optional.of(given), rules, instances);
  }

  /** The same, with these rules. */
  public FilterConfiguration with(AccessRules given) {
    return new FilterConfiguration(options, authenticator, Optional.of(given), instances);
  }

  /** The same, with these instances. */
  public FilterConfiguration with(ClerkInstances given) {
    return new FilterConfiguration(options, authenticator, rules, Optional.of(given));
  }

  /**
   * What a filter does, for each instance.
   *
   * @throws ClerkConfigurationException when a setting is missing or wrong
   */
  InstancesByHost open(Settings settings, Application application, Optional<ProxyRoute> proxy) {
    Set<String> names = namesOfInstances(settings);
    new SettingNames(names)
        .unknownVariables(System.getenv().keySet())
        .forEach(sentence -> LOG.log(System.Logger.Level.WARNING, sentence));
    settings.requireKnownNames(names);
    settings
        .namesOfOtherApplications(names)
        .forEach(sentence -> LOG.log(System.Logger.Level.WARNING, sentence));
    Optional<ClerkInstances> several =
        options.isPresent() || authenticator.isPresent()
            ? Optional.empty()
            : instances.or(() -> ClerkInstances.from(settings.sources()));
    return several
        .map(found -> open(found, settings, application, proxy))
        .orElseGet(
            () ->
                InstancesByHost.only(
                    filter(options.orElse(NOTHING_SET), settings.sources(), application, proxy)));
  }

  private Set<String> namesOfInstances(Settings settings) {
    Set<String> names = new HashSet<>(settings.get(Setting.INSTANCES));
    instances.ifPresent(
        several -> several.instances().forEach(instance -> names.add(instance.name())));
    return names;
  }

  private InstancesByHost open(
      ClerkInstances several,
      Settings settings,
      Application application,
      Optional<ProxyRoute> proxy) {
    Map<String, InstanceFilter> byHost = new LinkedHashMap<>();
    List<InstanceFilter> opened = new ArrayList<>();
    try {
      for (ClerkInstances.Named named : several.instances()) {
        InstanceFilter filter = filter(named, settings, application, proxy);
        opened.add(filter);
        named.hosts().forEach(host -> byHost.put(host, filter));
      }
      return InstancesByHost.of(byHost, seenAt(opened));
    } catch (RuntimeException e) {
      opened.forEach(InstanceFilter::close);
      throw e;
    }
  }

  private InstanceFilter filter(
      ClerkInstances.Named named,
      Settings settings,
      Application application,
      Optional<ProxyRoute> proxy) {
    try {
      return filter(
          named.options(),
          ClerkInstances.sourcesOf(named.name(), settings.sources()),
          application,
          proxy);
    } catch (ClerkConfigurationException e) {
      throw new ClerkConfigurationException(
          "The Clerk instance " + named.name() + ": " + e.getMessage(), e);
    }
  }

  /** The host is read before anyone knows which instance it belongs to. */
  private static PublicAddress seenAt(List<InstanceFilter> filters) {
    List<ForwardedHeaders> believed =
        filters.stream()
            .map(filter -> filter.admission().settings().forwardedHeaders())
            .distinct()
            .toList();
    if (believed.size() != 1) {
      throw new ClerkConfigurationException(
          "Set clerk.forwardedHeaders once, for all instances: which of them a request is for is"
              + " read off its host.");
    }
    return PublicAddress.of(
        RequestSettings.of(ClerkOptions.builder().forwardedHeaders(believed.get(0)).build()));
  }

  private InstanceFilter filter(
      ClerkOptions given,
      List<ConfigurationSource> sources,
      Application application,
      Optional<ProxyRoute> proxy) {
    ClerkOptions filled = given.toBuilder().fillFrom(sources).build();
    ClerkOptions complete = proxy.map(route -> route.in(filled)).orElse(filled);
    AccessRules judgedBy =
        rules.orElseGet(() -> complete.rules().map(AccessRules::parse).orElse(AccessRules.NONE));
    RequestSettings shown = RequestSettings.of(complete);
    String address = SettingValues.find(Setting.FAPI_URL, sources).orElseThrow();
    Optional<InstancePolicy> policy = policy(complete, sources);
    Optional<OwnProxy> own = proxy.map(route -> new OwnProxy(route, route.open(address, complete)));
    // Last, for what is created here has to be closed again.
    RequestAuthenticator decides = authenticator.orElseGet(() -> create(complete, application));
    Admission admission =
        new Admission(
            decides,
            new AccessJudge(judgedBy, complete.denyAs() == 404, usual(complete)),
            Revocation.of(sources, application),
            ForeignOrigin.allowing(complete.authorizedParties()),
            CorsPolicy.of(complete),
            shown,
            PublicAddress.of(shown),
            complete.instance(),
            complete.debugHeaders(),
            new CookielessBrowsers(System::nanoTime),
            new FilterLog(System::nanoTime),
            own,
            policy);
    return new InstanceFilter(
        admission,
        ClerkBackend.create(complete),
        new ClientCalls(complete, TimeSource.SYSTEM),
        application);
  }

  private static Optional<InstancePolicy> policy(
      ClerkOptions complete, List<ConfigurationSource> sources) {
    List<String> scripts =
        Stream.of(Setting.JS_URL, Setting.UI_URL)
            .flatMap(setting -> SettingValues.find(setting, sources).stream())
            .toList();
    List<String> pages =
        Stream.of(
                complete.frontendApiHost().map(AccountPortal::baseUrl),
                complete.signInUrl(),
                complete.signUpUrl())
            .flatMap(Optional::stream)
            .filter(url -> !url.isEmpty())
            .toList();
    return InstancePolicy.of(complete, scripts, pages);
  }

  /** Of an authenticator that the application made nobody knows what it accepts. */
  private Optional<AcceptsToken> usual(ClerkOptions complete) {
    return authenticator.isPresent() ? Optional.empty() : Optional.of(complete.acceptsToken());
  }

  private static RequestAuthenticator create(ClerkOptions options, Application application) {
    options.requireDeployable();
    StartupReport report = StartupReport.of(options);
    if (application.isNews(report)) {
      LOG.log(report.level(), report.text());
    }
    Engine engine =
        new Engine(
            options, TimeSource.SYSTEM, application.verifiedTokens(options.verifiedTokens()));
    return new EngineAuthenticator(engine);
  }
}
