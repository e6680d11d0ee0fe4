package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.SettingValues;
import java.util.List;

/**
 * Whether {@code clerk.security.auto} asks for the mechanism. CDI wants to know before there is a
 * servlet context, so that no context-param can say it.
 */
public final class AutomaticMechanism {

  private AutomaticMechanism() {}

  /**
   * Whether MicroProfile Config, a system property or the environment says so.
   *
   * @throws ClerkConfigurationException when it says neither yes nor no
   */
  public static boolean isAskedFor(ClassLoader application) {
    return SettingValues.find(
            Setting.SECURITY_AUTO,
            List.of(
                name -> MicroProfileConfig.value(name, application),
                ConfigurationSource.systemProperties(),
                ConfigurationSource.environment()))
        .orElseThrow();
  }
}
