package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.ConfigurationSource;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Where settings are looked up, in this order: what a {@link SettingsProvider} puts first, the
 * filter's init parameters, those of the application, what a {@link SettingsProvider} puts before
 * the system properties, system properties, environment variables.
 *
 * @param sources the places
 */
public record Settings(List<ConfigurationSource> sources) {

  /** The settings of a filter. */
  public static Settings of(FilterConfig config) {
    return of(
        config.getServletContext(),
        Stream.of(name -> Optional.ofNullable(config.getInitParameter(name))));
  }

  /** The settings of an application, without those of a filter. */
  public static Settings of(ServletContext context) {
    return of(context, Stream.empty());
  }

  private static Settings of(ServletContext context, Stream<ConfigurationSource> ofFilter) {
    List<SettingsProvider> providers =
        ServiceLoader.load(SettingsProvider.class, context.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return new Settings(
        Stream.of(
                providers.stream().map(provider -> provider.first(context)),
                ofFilter,
                Stream.of(ofApplication(context)),
                providers.stream().map(provider -> provider.beforeSystemProperties(context)),
                Stream.of(
                    ConfigurationSource.systemProperties(), ConfigurationSource.environment()))
            .flatMap(sources -> sources)
            .toList());
  }

  /** The first value, without white space around it; an empty one is none. */
  public Optional<String> value(String name) {
    return sources.stream()
        .flatMap(source -> source.value(name).stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Whether the value is {@code true} or one; anything else, or nothing, is a no. */
  public boolean isOn(String name) {
    return value(name).filter(it -> it.equalsIgnoreCase("true") || it.equals("1")).isPresent();
  }

  /** Whether the value is {@code false} or zero; anything else, or nothing, is a yes. */
  public boolean isOff(String name) {
    return value(name).filter(it -> it.equalsIgnoreCase("false") || it.equals("0")).isPresent();
  }

  private static ConfigurationSource ofApplication(ServletContext context) {
    return name -> Optional.ofNullable(context.getInitParameter(name));
  }
}
