package io.github.clerkjakarta;

import io.github.clerkjakarta.internal.settings.EnvironmentVariables;
import java.util.Optional;

/**
 * A place where options of {@link ClerkOptions} may be written: init parameters, system properties,
 * environment variables, or any other.
 *
 * <pre>{@code
 * ConfigurationSource filter = name -> Optional.ofNullable(config.getInitParameter(name));
 * }</pre>
 */
@FunctionalInterface
public interface ConfigurationSource {

  /**
   * The text that this source has for an option; empty when it has none.
   *
   * @param name the property, for example {@code clerk.publishableKey}; see {@link ClerkOptions}
   */
  Optional<String> value(String name);

  /** The system properties of this Java process. */
  static ConfigurationSource systemProperties() {
    return name -> Optional.ofNullable(System.getProperty(name));
  }

  /**
   * The environment variables of this Java process. The variable of a property has the same words
   * in capitals, joined by underscores: {@code clerk.publishableKey} is {@code
   * CLERK_PUBLISHABLE_KEY}.
   */
  static ConfigurationSource environment() {
    return new EnvironmentVariables(System.getenv())::value;
  }
}
