package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The settings that a {@link ClerkAuthenticationMechanismDefinition} makes. */
public final class DefinedSettings implements ConfigurationSource {

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Function<String, List<String>> expressions;

  /** The settings of this definition, with its expressions evaluated by that. */
  public DefinedSettings(
      ClerkAuthenticationMechanismDefinition definition,
      Function<String, List<String>> expressions) {
    this.expressions = expressions;
    put("clerk.publishableKey", list(definition.publishableKey()));
    put("clerk.secretKey", list(definition.secretKey()));
    put("clerk.jwtKey", list(definition.jwtKey()));
    put("clerk.signInUrl", list(definition.signInUrl()));
    put("clerk.signUpUrl", list(definition.signUpUrl()));
    put("clerk.publicUrl", list(definition.publicUrl()));
    put("clerk.authorizedParties", list(definition.authorizedParties()));
    put("clerk.rules", String.join("\n", texts(definition.rules())));
    put(CallerSettings.NAME_CLAIM, list(definition.callerNameClaim()));
    put(CallerSettings.GROUP_CLAIMS, list(definition.groupClaims()));
    for (String role : texts(definition.roles())) {
      putPair("roles", CallerSettings.ROLES, role);
    }
    for (String setting : texts(definition.settings())) {
      putPair("settings", "", setting);
    }
  }

  @Override
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Set<String> names() {
    return values.keySet();
  }

  private String list(String... attribute) {
    return String.join(",", texts(attribute));
  }

  private List<String> texts(String... attribute) {
    return Stream.of(attribute).map(expressions).flatMap(List::stream).toList();
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
