package io.github.clerkjakarta.internal.settings;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** What applications set by {@link ClerkSettings}. */
public final class CodeSettings {

  private CodeSettings() {}

  /**
   * The settings of the classes that an application names.
   *
   * @throws ClerkConfigurationException when one of them can't be made
   */
  public static List<Place> in(ClassLoader application) {
    try {
      return ServiceLoader.load(ClerkSettings.class, application).stream()
          .map(ServiceLoader.Provider::get)
          .map(CodeSettings::place)
          .toList();
    } catch (ServiceConfigurationError e) {
      throw new ClerkConfigurationException(
          "Name classes that implement ClerkSettings and have a public constructor without"
              + " parameters in META-INF/services/"
              + ClerkSettings.class.getName()
              + ". "
              + ShownValue.line(String.valueOf(e.getMessage())),
          e);
    }
  }

  private static Place place(ClerkSettings settings) {
    Map<String, String> said = settings.settings();
    return Place.ofServer(
        "the settings of " + settings.getClass().getName(),
        name -> Optional.ofNullable(said.get(name)),
        said::keySet);
  }
}
