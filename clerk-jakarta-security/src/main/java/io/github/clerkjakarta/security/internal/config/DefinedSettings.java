package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The settings that a {@link ClerkAuthenticationMechanismDefinition} makes. */
public final class DefinedSettings implements ConfigurationSource {

  private final Map<String, String> values = new LinkedHashMap<>();

  /** The settings of this definition, with its expressions evaluated by that. */
  public DefinedSettings(
      ClerkAuthenticationMechanismDefinition definition, UnaryOperator<String> expressions) {
    put("clerk.publishableKey", expressions.apply(definition.publishableKey()));
    put("clerk.secretKey", expressions.apply(definition.secretKey()));
    put("clerk.jwtKey", expressions.apply(definition.jwtKey()));
    put("clerk.signInUrl", expressions.apply(definition.signInUrl()));
    put("clerk.signUpUrl", expressions.apply(definition.signUpUrl()));
    put("clerk.publicUrl", expressions.apply(definition.publicUrl()));
    put("clerk.authorizedParties", list(definition.authorizedParties(), expressions));
    put("clerk.rules", expressions.apply(definition.rules()));
    put(CallerSettings.NAME_CLAIM, expressions.apply(definition.callerNameClaim()));
    put(CallerSettings.GROUP_CLAIMS, list(definition.groupClaims(), expressions));
    for (String role : definition.roles()) {
      putPair("roles", CallerSettings.ROLES, expressions.apply(role));
    }
    for (String setting : definition.settings()) {
      putPair("settings", "", expressions.apply(setting));
    }
  }

  @Override
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Set<String> names() {
    return values.keySet();
  }

  private static String list(String[] texts, UnaryOperator<String> expressions) {
    StringBuilder list = new StringBuilder();
    for (String text : texts) {
      list.append(list.isEmpty() ? "" : ",").append(expressions.apply(text));
    }
    return list.toString();
  }

  private void putPair(String attribute, String prefix, String pair) {
    int equalsSign = pair.indexOf('=');
    if (equalsSign < 1) {
      throw new ClerkConfigurationException(
          "Write every one of the "
              + attribute
              + " of @ClerkAuthenticationMechanismDefinition as NAME=VALUE.");
    }
    put(prefix + pair.substring(0, equalsSign).strip(), pair.substring(equalsSign + 1));
  }

  private void put(String name, String value) {
    if (!value.isBlank()) {
      values.put(name, value);
    }
  }
}
