package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.ConfigurationSource;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;

/**
 * Where settings are looked up, in this order: the filter's init parameters, those of the
 * application, system properties, environment variables.
 *
 * @param sources the places
 */
record Settings(List<ConfigurationSource> sources) {

  static Settings of(FilterConfig config) {
    return new Settings(
        List.of(
            name -> Optional.ofNullable(config.getInitParameter(name)),
            ofApplication(config.getServletContext()),
            ConfigurationSource.systemProperties(),
            ConfigurationSource.environment()));
  }

  static Settings of(ServletContext context) {
    return new Settings(
        List.of(
            ofApplication(context),
            ConfigurationSource.systemProperties(),
            ConfigurationSource.environment()));
  }

  /** The first value, without white space around it; an empty one is none. */
  Optional<String> value(String name) {
    return sources.stream()
        .flatMap(source -> source.value(name).stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Whether the value is {@code false} or zero; anything else, or nothing, is a yes. */
  boolean isOff(String name) {
    return value(name).filter(it -> it.equalsIgnoreCase("false") || it.equals("0")).isPresent();
  }

  private static ConfigurationSource ofApplication(ServletContext context) {
    return name -> Optional.ofNullable(context.getInitParameter(name));
  }
}
