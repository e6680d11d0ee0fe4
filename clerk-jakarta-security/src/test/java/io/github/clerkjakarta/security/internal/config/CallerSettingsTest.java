package io.github.clerkjakarta.security.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClaimName;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.internal.settings.Place;
import io.github.clerkjakarta.security.internal.identity.CallerRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of callers")
class CallerSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"org", "feature", "plan", "scope", "org:invoices"})
  @DisplayName("S6 D14 name no claim whose groups could be mistaken for Clerk's")
  void reservedClaims(String claim) {
    Map<String, String> settings = Map.of("clerk.security.groupClaims", "department, " + claim);

    assertThatThrownBy(() -> rules(settings))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageStartingWith(
            "Set clerk.security.groupClaims to claims other than org, feature, plan and scope");
  }

  @ParameterizedTest
  @CsvSource({
    "clerk.security.groupClaims, metadata.",
    "clerk.security.groupClaims, 'department, meta data'",
    "clerk.security.groupClaims, metadata..role",
    "clerk.security.callerNameClaim, .email",
    "clerk.security.callerNameClaim, e mail",
  })
  @DisplayName("S20 D14 name no claim that can never be there")
  void impossibleClaims(String setting, String name) {
    assertThatThrownBy(() -> rules(Map.of(setting, name)))
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageStartingWith("Set " + setting + " anew: A claim is named as in");
  }

  @Test
  @DisplayName("are lists with commas between their entries")
  void lists() {
    CallerRules rules =
        rules(
            Map.of(
                "clerk.security.groupClaims", "department, team",
                "clerk.roles.ADMIN", "org:admin, org:owner"));

    assertThat(rules.groupClaims())
        .containsExactly(ClaimName.of("department"), ClaimName.of("team"));
    assertThat(rules.roles()).containsEntry("ADMIN", Set.of("org:admin", "org:owner"));
  }

  private static CallerRules rules(Map<String, String> settings) {
    return CallerSettings.rules(
        new Settings(
            List.of(
                Place.ofApplication(
                    "the context-params",
                    name -> Optional.ofNullable(settings.get(name)),
                    settings::keySet))));
  }
}
