package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.servlet.SettingsProvider;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.util.Optional;

/** Adds the definition of the application and MicroProfile Config to the settings. */
public final class ApplicationSettings implements SettingsProvider {

  /** For {@link java.util.ServiceLoader}. */
  public ApplicationSettings() {}

  @Override
  public ConfigurationSource first(ServletContext context) {
    return defined().<ConfigurationSource>map(it -> it).orElse(name -> Optional.empty());
  }

  @Override
  public ConfigurationSource beforeSystemProperties(ServletContext context) {
    ClassLoader application = context.getClassLoader();
    return name -> MicroProfileConfig.value(name, application);
  }

  /** What the definition of this application sets; empty without one. */
  static Optional<DefinedSettings> defined() {
    try {
      Instance<DefinedSettings> settings = CDI.current().select(DefinedSettings.class);
      return settings.isResolvable() ? Optional.of(settings.get()) : Optional.empty();
    } catch (IllegalStateException e) {
      // An application without CDI has no definition.
      return Optional.empty();
    }
  }
}
