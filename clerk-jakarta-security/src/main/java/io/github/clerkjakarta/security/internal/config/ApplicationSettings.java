package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.internal.servlet.SettingsProvider;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
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
    return ThisApplication.bean(DefinedSettings.class);
  }
}
