package io.github.clerkjakarta.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A name that nobody knows")
class SettingNamesTest {

  private final SettingNames names = new SettingNames(List.of("acme"));

  @ParameterizedTest
  @CsvSource({
    "clerk.rule, clerk.rules",
    "clerk.Rules, clerk.rules",
    "Clerk.rules, clerk.rules",
    "CLERK_RULES, clerk.rules",
    "clerk.authorisedParties, clerk.authorizedParties",
    "clerk.authorized-parties, clerk.authorizedParties",
    "clerk.authorizedParty, clerk.authorizedParties",
    "clerk.signinUrl, clerk.signInUrl",
    "clerk.filter.Auto, clerk.filter.auto",
    "clerk.groupClaims, clerk.security.groupClaims",
    "clerk.acme.host, clerk.acme.hosts",
    "clerk.acme.rule, clerk.acme.rules",
    "clerk.acne.rules, clerk.acme.rules"
  })
  @DisplayName("G1 is named, with the nearest that there is")
  void nearest(String typed, String meant) {
    assertThat(names.faults(contextParams(typed)))
        .containsExactly(
            typed + " is no setting; did you mean " + meant + "? It is among the context-params.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clerk.whatever",
        "clerk.",
        "clerk.roles.",
        "clerk.role.ADMIN",
        "clerk.NAME.hosts",
        "clerk.globex.hosts",
        "clerk.acme.instance",
        "clerk.acme.filter.auto",
        "clerk.acme."
      })
  @DisplayName("G1 is named where none is near, or where another instance's would be")
  void unknown(String name) {
    assertThat(names.faults(contextParams(name)))
        .singleElement()
        .asString()
        .startsWith(name + " is no setting");
  }

  @Test
  @DisplayName("G1 is none of the table, none of an instance, no role, and none of anybody else")
  void known() {
    Setting.table().stream()
        .filter(setting -> !setting.isPattern())
        .forEach(
            setting -> assertThat(names.faults(systemProperties(setting.property()))).isEmpty());
    assertThat(
            names.faults(
                systemProperties(
                    "clerk.acme.hosts",
                    "clerk.acme.rules",
                    "clerk.acme.secretKey",
                    "clerk.roles.ADMIN",
                    "clerk.roles.any name.at all",
                    "java.version",
                    "clerkship",
                    "org.example.clerk.rule")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "clerk.filter.auto, false",
    "clerk.protectedResourceMetadata, false",
    "clerk.scopesSupported, false",
    "clerk.security.groupClaims, false",
    "clerk.roles.ADMIN, false",
    "clerk.security.auto, false",
    "clerk.instances, true",
    "clerk.rules, true",
    "clerk.acme.rules, true"
  })
  @DisplayName("G1 is as bad as one that counts for nothing where it is said")
  void elsewhere(String name, boolean fits) {
    Place filter = Place.ofFilter(it -> Optional.empty(), () -> Set.of(name));

    assertThat(names.faults(filter).isEmpty()).isEqualTo(fits);
  }

  @Test
  @DisplayName("G1 is told where else to be said")
  void place() {
    assertThat(names.faults(contextParams("clerk.security.auto")))
        .containsExactly(
            "clerk.security.auto has no effect among the context-params; set it by ClerkSettings,"
                + " in MicroProfile Config, as a system property or in the environment.");
  }

  @Test
  @DisplayName("G1 of an environment variable is a warning, but for those of Clerk's other SDKs")
  void variables() {
    assertThat(
            names.unknownVariables(
                List.of(
                    "CLERK_RULE",
                    "CLERK_ACME_RULES",
                    "CLERK_ACME_HOSTS",
                    "CLERK_ROLES_ADMIN",
                    "CLERK_SECRET_KEY",
                    "CLERK_JS_URL",
                    "CLERK_TELEMETRY_DISABLED",
                    "CLERK_WHATEVER_IT_IS",
                    "NEXT_PUBLIC_CLERK_JS_URL",
                    "PATH")))
        .containsExactly(
            "CLERK_ROLES_ADMIN is no setting. It is among the environment variables.",
            "CLERK_RULE is no setting; did you mean CLERK_RULES? It is among the environment"
                + " variables.",
            "CLERK_WHATEVER_IT_IS is no setting. It is among the environment variables.");
  }

  @ParameterizedTest
  @CsvSource({
    "clerk.globex.rules, true",
    "clerk.globex.secretKey, true",
    "clerk.globex.hosts, true",
    "clerk.globex.rule, false",
    "clerk.globex.instance, false",
    "clerk.globex.filter.auto, false",
    "clerk.globex.roles.ADMIN, false",
    "clerk.security.rules, false",
    "clerk.roles, false",
    "clerk.rule, false",
    "clerk.acne.rules, false"
  })
  @DisplayName("G1 of another application's instance is a warning where applications share names")
  void ofOtherApplications(String name, boolean warned) {
    Place shared = systemProperties(name);

    assertThat(names.ofOtherApplications(shared)).hasSize(warned ? 1 : 0);
    assertThat(names.faults(shared)).hasSize(warned ? 0 : 1);
    assertThat(names.ofOtherApplications(contextParams(name))).isEmpty();
    assertThat(names.faults(contextParams(name))).hasSize(1);
  }

  @Test
  @DisplayName("G1 of another application's instance is one where this one has no instances, too")
  void withoutInstances() {
    SettingNames ofOne = new SettingNames(List.of());

    assertThat(ofOne.faults(systemProperties("clerk.acme.rules", "clerk.roles.rules"))).isEmpty();
    assertThat(ofOne.ofOtherApplications(systemProperties("clerk.acme.rules", "clerk.roles.rules")))
        .containsExactly(
            "clerk.acme.rules is for a Clerk instance that this application doesn't have, and counts"
                + " for nothing here. It is among the system properties, which all applications of"
                + " this server share.");
  }

  @Test
  @DisplayName("G1 L1 is shown on one line")
  void shown() {
    assertThat(names.faults(contextParams("clerk.a\r\nb")))
        .singleElement()
        .asString()
        .startsWith("clerk.a\\u000d\\u000ab is no setting");
  }

  private static Place contextParams(String... names) {
    return Place.ofApplication(
        "the context-params", name -> Optional.empty(), () -> List.of(names));
  }

  private static Place systemProperties(String... names) {
    Place place = Place.systemProperties();
    return new Place(
        place.title(), place.scopes(), place.source(), () -> List.of(names), place.shared());
  }
}
