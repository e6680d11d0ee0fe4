package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.internal.settings.CodeSettings;
import io.github.clerkjakarta.internal.settings.Place;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.SettingNames;
import io.github.clerkjakarta.internal.settings.SettingValues;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where settings are looked up, in this order: what a {@link SettingsProvider} puts first, what the
 * application says in code, the filter's init parameters, those of the application, what a {@link
 * SettingsProvider} puts before the system properties, system properties, environment variables.
 *
 * @param places all of these but the environment
 */
public record Settings(List<Place> places) {

  /** The settings of a filter. */
  public static Settings of(FilterConfig config) {
    return of(
        config.getServletContext(),
        Stream.of(
            Place.ofFilter(
                name -> Optional.ofNullable(config.getInitParameter(name)),
                () -> Collections.list(config.getInitParameterNames()))));
  }

  /** The settings of an application, without those of a filter. */
  public static Settings of(ServletContext context) {
    return of(context, Stream.empty());
  }

  /**
   * The settings of a servlet, without those of any filter.
   *
   * @throws ClerkConfigurationException when one of its init-params is no setting
   */
  public static Settings of(ServletConfig config) {
    Place own = ofServlet(config);
    new Settings(List.of(own)).requireKnownNames(List.of());
    return of(config.getServletContext(), Stream.of(own));
  }

  private static Settings of(ServletContext context, Stream<Place> closer) {
    List<SettingsProvider> providers =
        ServiceLoader.load(SettingsProvider.class, context.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    Place ofApplication =
        Place.ofApplication(
            "the context-params",
            name -> Optional.ofNullable(context.getInitParameter(name)),
            () -> Collections.list(context.getInitParameterNames()));
    return new Settings(
        Stream.of(
                providers.stream().map(provider -> provider.first(context)),
                CodeSettings.in(context.getClassLoader()).stream(),
                closer,
                Stream.of(ofApplication),
                providers.stream().map(provider -> provider.beforeSystemProperties(context)),
                Stream.of(Place.systemProperties()))
            .flatMap(places -> places)
            .toList());
  }

  private static Place ofServlet(ServletConfig config) {
    return Place.ofApplication(
        "the init-params of the servlet",
        name -> Optional.ofNullable(config.getInitParameter(name)),
        () -> Collections.list(config.getInitParameterNames()));
  }

  /** Looks values up, place by place. */
  public List<ConfigurationSource> sources() {
    return Stream.concat(
            places.stream().map(Place::source), Stream.of(ConfigurationSource.environment()))
        .toList();
  }

  /** The names that have a value, those of the environment aside. */
  public Set<String> names() {
    return places.stream()
        .flatMap(place -> place.names().get().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The value of a setting, or else its default; empty when there is neither.
   *
   * @throws ClerkConfigurationException when it can't be right
   */
  public <T> Optional<T> find(Setting<T> setting) {
    return SettingValues.find(setting, sources());
  }

  /**
   * The value of a setting that has a default.
   *
   * @throws ClerkConfigurationException when it can't be right
   */
  public <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow();
  }

  /**
   * Checks that every name is one of a setting.
   *
   * @param instances the names of the application's Clerk instances
   * @throws ClerkConfigurationException when there is a name that isn't, or that can't be said
   *     where it is; one message says all
   */
  void requireKnownNames(Collection<String> instances) {
    SettingNames names = new SettingNames(instances);
    List<String> faults =
        places.stream().flatMap(place -> names.faults(place).stream()).distinct().toList();
    if (!faults.isEmpty()) {
      throw new ClerkConfigurationException(String.join(" ", faults));
    }
  }

  /**
   * A sentence for each name that is for a Clerk instance of another application of the server.
   *
   * @param instances the names of this application's Clerk instances
   */
  List<String> namesOfOtherApplications(Collection<String> instances) {
    SettingNames names = new SettingNames(instances);
    return places.stream().flatMap(place -> names.ofOtherApplications(place).stream()).toList();
  }
}
