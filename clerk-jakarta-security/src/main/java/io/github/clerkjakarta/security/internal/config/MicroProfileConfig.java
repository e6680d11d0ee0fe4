package io.github.clerkjakarta.security.internal.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** MicroProfile Config, where the server has it. Apart, for elsewhere its classes are missing. */
final class MicroProfileConfig {

  private static final String PROVIDER = "org.eclipse.microprofile.config.ConfigProvider";

  private MicroProfileConfig() {}

  static Optional<String> value(String name, ClassLoader application) {
    return isThere(application)
        ? OfServer.of(application).flatMap(it -> it.getOptionalValue(name, String.class))
        : Optional.empty();
  }

  /**
   * The names of all properties that it knows, without those that it makes of environment variables
   * or takes from system properties, which are a place of their own; none where it isn't.
   */
  static Set<String> names(ClassLoader application) {
    Set<String> names = new TreeSet<>();
    if (isThere(application)) {
      OfServer.of(application).ifPresent(it -> it.getPropertyNames().forEach(names::add));
    }
    names.removeIf(
        name -> System.getenv().containsKey(variable(name)) || System.getProperty(name) != null);
    return names;
  }

  /** The variable of a property, by the rule of MicroProfile Config ("Default ConfigSources"). */
  private static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9_]", "_").toUpperCase(Locale.ROOT);
  }

  private static boolean isThere(ClassLoader application) {
    try {
      Class.forName(PROVIDER, false, application);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static final class OfServer {
    static Optional<Config> of(ClassLoader application) {
      try {
        return Optional.of(ConfigProvider.getConfig(application));
      } catch (IllegalStateException e) {
        // The interfaces alone, as an application may bring them along.
        return Optional.empty();
      }
    }
  }
}
