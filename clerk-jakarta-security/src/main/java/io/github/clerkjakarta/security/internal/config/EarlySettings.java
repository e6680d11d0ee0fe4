package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.internal.settings.CodeSettings;
import io.github.clerkjakarta.internal.settings.Place;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.SettingValues;
import java.util.stream.Stream;

/**
 * What CDI wants to know before there is a servlet context, so that no context-param can say it:
 * the application's code, MicroProfile Config, a system property or the environment does.
 */
public final class EarlySettings {

  private EarlySettings() {}

  /**
   * Whether {@code clerk.security.auto} asks for the mechanism.
   *
   * @throws ClerkConfigurationException when it says neither yes nor no
   */
  public static boolean askForMechanism(ClassLoader application) {
    return is(Setting.SECURITY_AUTO, application);
  }

  /**
   * Whether {@code clerk.health} asks for the readiness check.
   *
   * @throws ClerkConfigurationException when it says neither yes nor no
   */
  public static boolean askForHealth(ClassLoader application) {
    return is(Setting.HEALTH, application);
  }

  private static boolean is(Setting<Boolean> setting, ClassLoader application) {
    return SettingValues.find(
            setting,
            Stream.concat(
                    CodeSettings.in(application).stream().map(Place::source),
                    Stream.of(
                        name -> MicroProfileConfig.value(name, application),
                        ConfigurationSource.systemProperties(),
                        ConfigurationSource.environment()))
                .toList())
        .orElseThrow();
  }
}
