package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.settings.EnvironmentVariables;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.SettingValues;
import io.github.clerkjakarta.internal.settings.ShownValue;
import io.github.clerkjakarta.internal.settings.UrlForms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Clerk instances of one application: each has a name, options of its own, and the hosts at
 * which browsers find it. In settings, with the names {@code acme} and {@code globex}:
 *
 * <pre>{@code
 * clerk.instances = acme, globex
 * clerk.acme.hosts = app.acme.example, www.acme.example
 * clerk.acme.publishableKey = pk_live_…
 * clerk.acme.secretKey = sk_live_…
 * clerk.globex.hosts = app.globex.example
 * …
 * }</pre>
 *
 * <p>Every option of {@link ClerkOptions} can be written that way, in the environment as {@code
 * CLERK_ACME_SECRET_KEY}. What an instance doesn't say is taken from the setting without a name,
 * save for what makes an instance what it is: keys, {@code proxyUrl}, {@code domain}, {@code
 * isSatellite}, {@code publicUrl}, {@code audience}, {@code authorizedParties} and {@code issuer}.
 */
public final class ClerkInstances {

  private static final String PREFIX = "clerk.";
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  private static final Set<String> OWN =
      Setting.table().stream()
          .filter(Setting::isOwn)
          .map(Setting::property)
          .collect(Collectors.toUnmodifiableSet());

  private final List<Named> instances;

  private ClerkInstances(List<Named> instances) {
    this.instances = List.copyOf(instances);
  }

  /**
   * One instance.
   *
   * @param name its name
   * @param options its options
   * @param hosts the hosts it is for, in lower case; one without a port is for all ports
   */
  public record Named(String name, ClerkOptions options, List<String> hosts) {
    /** Keeps an immutable copy. */
    public Named {
      hosts = List.copyOf(hosts);
    }
  }

  /** A builder without instances. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The instances that {@code clerk.instances} names; empty where it isn't set.
   *
   * @throws ClerkConfigurationException when a name or a host can't be one, when an instance has no
   *     host, or when two have the same
   */
  public static Optional<ClerkInstances> from(List<ConfigurationSource> sources) {
    List<String> names = list(Setting.INSTANCES, sources);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Builder builder = builder();
    for (String name : names) {
      builder.instance(
          name,
          ClerkOptions.from(sourcesOf(name, sources)),
          list(Setting.HOSTS.named(name), sources).toArray(String[]::new));
    }
    return Optional.of(builder.build());
  }

  /** Where the settings of an instance are looked up: under its name, then without. */
  public static List<ConfigurationSource> sourcesOf(
      String name, List<ConfigurationSource> sources) {
    return Stream.concat(
            sources.stream().map(source -> own(name, source)),
            sources.stream().map(source -> shared(source)))
        .toList();
  }

  /** The instances, in the order in which they were named. */
  public List<Named> instances() {
    return instances;
  }

  private static ConfigurationSource own(String name, ConfigurationSource source) {
    return property ->
        property.startsWith(PREFIX)
            ? source.value(PREFIX + name + "." + property.substring(PREFIX.length()))
            : Optional.empty();
  }

  private static ConfigurationSource shared(ConfigurationSource source) {
    return property -> OWN.contains(property) ? Optional.empty() : source.value(property);
  }

  private static List<String> list(
      Setting<List<String>> setting, List<ConfigurationSource> sources) {
    return SettingValues.find(setting, sources).orElse(List.of());
  }

  /** Collects instances. */
  public static final class Builder {
    private final Map<String, Named> named = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private Builder() {}

    /**
     * Adds an instance.
     *
     * @param name letters and digits; what {@link Auth#instance} says
     * @param hosts the hosts it is for, such as {@code app.acme.example} or {@code localhost:8081}
     * @throws ClerkConfigurationException when the name or a host can't be one, or is taken
     */
    public Builder instance(String name, ClerkOptions options, String... hosts) {
      requireName(name);
      List<String> lower = new ArrayList<>();
      for (String host : hosts) {
        lower.add(checked(name, host.toLowerCase(Locale.ROOT)));
      }
      if (lower.isEmpty()) {
        throw new ClerkConfigurationException(
            "Set clerk."
                + name
                + ".hosts to the hosts at which browsers find the instance "
                + name
                + ", such as app.example, with commas between them.");
      }
      named.put(name, new Named(name, options.toBuilder().instance(name).build(), lower));
      return this;
    }

    /** The instances. */
    public ClerkInstances build() {
      return new ClerkInstances(List.copyOf(named.values()));
    }

    private void requireName(String name) {
      if (!NAME.matcher(name).matches() || named.containsKey(name) || isAmbiguous(name)) {
        throw new ClerkConfigurationException(
            "Set clerk.instances to names of letters and digits, each once, that don't end up as"
                + " the name of another option; "
                + ShownValue.of(name)
                + " can't be one.");
      }
    }

    private String checked(String name, String host) {
      if (!UrlForms.isHostOfOrigin(host)) {
        throw new ClerkConfigurationException(
            "Set clerk."
                + name
                + ".hosts to hosts such as app.example or localhost:8080, with commas between them;"
                + " it has "
                + ShownValue.of(host)
                + ".");
      }
      if (!taken.add(host)) {
        throw new ClerkConfigurationException(
            "Two instances are for the host " + ShownValue.of(host) + ". Give it to one of them.");
      }
      return host;
    }

    /**
     * Whether a setting of the instance would have the name of another: in the environment, the
     * secret key of an instance "machine", and everywhere the hosts of an instance "roles".
     */
    private static boolean isAmbiguous(String name) {
      Set<String> variables =
          Setting.table().stream()
              .flatMap(setting -> setting.variable().stream())
              .collect(Collectors.toSet());
      return Setting.table().stream()
          .map(Setting::property)
          .anyMatch(
              property ->
                  property.startsWith(PREFIX + name + ".")
                      || variables.contains(
                          EnvironmentVariables.variable(
                              PREFIX + name + "." + property.substring(PREFIX.length()))));
    }
  }
}
