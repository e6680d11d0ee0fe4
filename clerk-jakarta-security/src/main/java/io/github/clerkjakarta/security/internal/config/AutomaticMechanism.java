package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ConfigurationSource;

/**
 * Whether {@code clerk.security.auto} asks for the mechanism. CDI wants to know before there is a
 * servlet context, so that no context-param can say it.
 */
public final class AutomaticMechanism {

  private static final String NAME = "clerk.security.auto";

  private AutomaticMechanism() {}

  /** Whether MicroProfile Config, a system property or the environment says so. */
  public static boolean isAskedFor(ClassLoader application) {
    return MicroProfileConfig.value(NAME, application)
        .or(() -> ConfigurationSource.systemProperties().value(NAME))
        .or(() -> ConfigurationSource.environment().value(NAME))
        .map(String::strip)
        .filter(value -> value.equalsIgnoreCase("true") || value.equals("1"))
        .isPresent();
  }
}
