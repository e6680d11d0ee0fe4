package io.github.clerkjakarta.internal.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Environment variables by the names of settings.
 *
 * @param variables all of them
 */
public record EnvironmentVariables(Map<String, String> variables) {

  private static final Pattern START_OF_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  /** The variable of a property: {@code CLERK_API_URL} of {@code clerk.apiUrl}. */
  public static String variable(String property) {
    return START_OF_WORD
        .matcher(property)
        .replaceAll("_")
        .replace('.', '_')
        .toUpperCase(Locale.ROOT);
  }

  /** The value of a property's variable; empty when it isn't set. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(variable(name)));
  }

  /** Names nothing: the values may be secret. */
  @Override
  public String toString() {
    return "EnvironmentVariables";
  }
}
