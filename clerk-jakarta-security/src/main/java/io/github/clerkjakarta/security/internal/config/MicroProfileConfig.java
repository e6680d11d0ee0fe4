package io.github.clerkjakarta.security.internal.config;

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

  /** The names of all properties that it knows; none where it isn't. */
  static Set<String> names(ClassLoader application) {
    Set<String> names = new TreeSet<>();
    if (isThere(application)) {
      OfServer.of(application).ifPresent(it -> it.getPropertyNames().forEach(names::add));
    }
    return names;
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
