package io.github.clerkjakarta.security.internal.config;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.internal.settings.Setting;
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
    put(Setting.PUBLISHABLE_KEY.property(), list(definition.publishableKey()));
    put(Setting.SECRET_KEY.property(), list(definition.secretKey()));
    put(Setting.JWT_KEY.property(), list(definition.jwtKey()));
    put(Setting.SIGN_IN_URL.property(), list(definition.signInUrl()));
    put(Setting.SIGN_UP_URL.property(), list(definition.signUpUrl()));
    put(Setting.PUBLIC_URL.property(), list(definition.publicUrl()));
    put(Setting.AUTHORIZED_PARTIES.property(), list(definition.authorizedParties()));
    put(Setting.RULES.property(), String.join("\n", texts(definition.rules())));
    put(Setting.CALLER_NAME_CLAIM.property(), list(definition.callerNameClaim()));
    put(Setting.GROUP_CLAIMS.property(), list(definition.groupClaims()));
    for (String role : texts(definition.roles())) {
      putPair("roles", Setting.ROLE.named("").property(), role);
    }
    for (String setting : texts(definition.settings())) {
      requireName(setting);
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

  /** Elsewhere the prefix tells settings from what else there is; here there is nothing else. */
  private static void requireName(String setting) {
    if (!setting.startsWith("clerk.")) {
      throw new ClerkConfigurationException(
          "Begin the name of every one of the settings of @ClerkAuthenticationMechanismDefinition"
              + " with clerk. (with its dot), as in clerk.clockSkew=2s.");
    }
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
