package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.internal.servlet.SettingsProvider;
import io.github.clerkjakarta.internal.settings.Place;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.Set;

/** Adds the definition of the application and MicroProfile Config to the settings. */
public final class ApplicationSettings implements SettingsProvider {

  /** For {@link java.util.ServiceLoader}. */
  public ApplicationSettings() {}

  @Override
  public Place first(ServletContext context) {
    return Place.ofApplication(
        "the settings of @ClerkAuthenticationMechanismDefinition",
        name -> defined().flatMap(settings -> settings.value(name)),
        () -> defined().map(DefinedSettings::names).orElse(Set.of()));
  }

  @Override
  public Place beforeSystemProperties(ServletContext context) {
    ClassLoader application = context.getClassLoader();
    return Place.ofServer(
        "the properties of MicroProfile Config",
        name -> MicroProfileConfig.value(name, application),
        () -> MicroProfileConfig.names(application));
  }

  /** What the definition of this application sets; empty without one. */
  private static Optional<DefinedSettings> defined() {
    return ThisApplication.bean(DefinedSettings.class);
  }
}
