package io.github.clerkjakarta.security.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of a definition")
class DefinedSettingsTest {

  @ClerkAuthenticationMechanismDefinition(
      publishableKey = "${key}",
      authorizedParties = {"https://a.example", "${other}"},
      roles = {"ADMIN = org:admin,org:owner"},
      settings = {"clerk.clockSkew=2s"})
  private static final class Everything {}

  @ClerkAuthenticationMechanismDefinition(
      authorizedParties = {"https://a.example", "${list}"},
      rules = "${list}",
      groupClaims = "${list}",
      roles = "${list}",
      settings = "${list}")
  private static final class Lists {}

  @ClerkAuthenticationMechanismDefinition
  private static final class Nothing {}

  @ClerkAuthenticationMechanismDefinition(roles = "ADMIN")
  private static final class Unpaired {}

  @ClerkAuthenticationMechanismDefinition(settings = "denyAs=404")
  private static final class Nameless {}

  @Test
  @DisplayName("have the names they have elsewhere, with expressions evaluated")
  void names() {
    DefinedSettings settings = settings(Everything.class);

    assertThat(settings.value("clerk.publishableKey")).contains("value of ${key}");
    assertThat(settings.value("clerk.authorizedParties"))
        .contains("https://a.example,value of ${other}");
    assertThat(settings.value("clerk.roles.ADMIN")).contains(" org:admin,org:owner");
    assertThat(settings.value("clerk.clockSkew")).contains("2s");
    assertThat(settings.value("clerk.secretKey")).isEmpty();
  }

  @Test
  @DisplayName("may be lists that expressions have as their values")
  void lists() {
    DefinedSettings settings =
        new DefinedSettings(
            definition(Lists.class),
            text -> text.equals("${list}") ? List.of("clerk.a=1,2", "clerk.b=3") : List.of(text));

    assertThat(settings.value("clerk.authorizedParties"))
        .contains("https://a.example,clerk.a=1,2,clerk.b=3");
    assertThat(settings.value("clerk.rules")).contains("clerk.a=1,2\nclerk.b=3");
    assertThat(settings.value("clerk.security.groupClaims")).contains("clerk.a=1,2,clerk.b=3");
    assertThat(settings.value("clerk.roles.clerk.a")).contains("1,2");
    assertThat(settings.value("clerk.roles.clerk.b")).contains("3");
    assertThat(settings.value("clerk.a")).contains("1,2");
    assertThat(settings.value("clerk.b")).contains("3");
  }

  @Test
  @DisplayName("are none where the definition is bare")
  void bare() {
    assertThat(settings(Nothing.class).names()).isEmpty();
  }

  @Test
  @DisplayName("D14 must be pairs where pairs are asked for")
  void unpaired() {
    assertThatThrownBy(() -> settings(Unpaired.class))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("NAME=VALUE");
  }

  @Test
  @DisplayName("G1 have their whole names, for others would count for nothing")
  void nameless() {
    assertThatThrownBy(() -> settings(Nameless.class))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageStartingWith("Begin the name of every one of the settings");
  }

  private static DefinedSettings settings(Class<?> type) {
    return new DefinedSettings(
        definition(type), text -> List.of(text.contains("${") ? "value of " + text : text));
  }

  private static ClerkAuthenticationMechanismDefinition definition(Class<?> type) {
    return type.getAnnotation(ClerkAuthenticationMechanismDefinition.class);
  }
}
