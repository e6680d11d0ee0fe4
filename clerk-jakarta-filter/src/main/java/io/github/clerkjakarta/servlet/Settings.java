package io.github.clerkjakarta.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks a setting up by its name, {@code clerk.denyAs}: the filter's init-param, then the
 * context-param, then the system property, then the environment variable, {@code CLERK_DENY_AS}.
 */
record Settings(Function<String, Optional<String>> ofDeployment) {

  static Settings of(FilterConfig config) {
    ServletContext context = config.getServletContext();
    return new Settings(
        name ->
            Optional.ofNullable(config.getInitParameter(name))
                .or(() -> Optional.ofNullable(context.getInitParameter(name))));
  }

  static Settings of(ServletContext context) {
    return new Settings(name -> Optional.ofNullable(context.getInitParameter(name)));
  }

  /** The value, without white space around it; a blank one is as good as none. */
  Optional<String> value(String name) {
    return Stream.<Function<String, Optional<String>>>of(
            ofDeployment,
            property -> Optional.ofNullable(System.getProperty(property)),
            property -> Optional.ofNullable(System.getenv(environmentName(property))))
        .flatMap(source -> source.apply(name).stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Whether the value is {@code false}; anything else, or nothing, is a yes. */
  boolean isOff(String name) {
    return value(name).filter("false"::equalsIgnoreCase).isPresent();
  }

  private static String environmentName(String name) {
    return name.replace('.', '_').replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
