package io.github.clerkjakarta.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkInstances;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.ConfigurationSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of an instance")
class OptionsOfInstancesTest {

  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("publishableKey", "pk_live_Y2xlcmsuYXBwLmV4YW1wbGUk"),
          Map.entry("secretKey", "sk_live_common"),
          Map.entry("machineSecretKey", "ak_common"),
          Map.entry("proxyUrl", "https://common.example/proxy"),
          Map.entry("domain", "common.example"),
          Map.entry("isSatellite", "true"),
          Map.entry("publicUrl", "https://common.example"),
          Map.entry("audience", "common"),
          Map.entry("authorizedParties", "https://common.example"),
          Map.entry("issuer", "https://issuer.common.example"));

  @Test
  @DisplayName("K12 what makes an instance what it is isn't taken from the setting without a name")
  void notShared() {
    Map<String, String> settings = new HashMap<>();
    OWN.forEach((name, value) -> settings.put("clerk." + name, value));
    settings.put("clerk.instances", "acme");
    settings.put("clerk.acme.hosts", "app.acme.example");

    assertThat(ownOf(options(settings)))
        .containsExactly("", "", "", "", "", "false", "[]", "[]", "[]");
  }

  @Test
  @DisplayName("K12 what makes an instance what it is can be said under its name")
  void own() {
    Map<String, String> settings = new HashMap<>();
    OWN.forEach((name, value) -> settings.put("clerk.acme." + name, value));
    settings.put("clerk.instances", "acme");
    settings.put("clerk.acme.hosts", "app.acme.example");

    assertThat(ownOf(options(settings)))
        .containsExactly(
            OWN.get("publishableKey"),
            "sk_live_common",
            "https://common.example/proxy",
            "common.example",
            "https://common.example",
            "true",
            "[https://issuer.common.example]",
            "[common]",
            "[https://common.example]");
  }

  @Test
  @DisplayName("K12 a value that was refused isn't forgotten for a later source's good one")
  void refused() {
    assertThatThrownBy(
            () ->
                ClerkOptions.builder()
                    .fillFrom(List.of(source(Map.of("clerk.clockSkew", "soon"))))
                    .fillFrom(List.of(source(Map.of("clerk.clockSkew", "7s"))))
                    .build())
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessageContaining("clerk.clockSkew");
    assertThatThrownBy(
            () ->
                ClerkOptions.builder()
                    .fillFrom(
                        List.of(
                            source(Map.of("clerk.clockSkew", "soon")),
                            source(Map.of("clerk.clockSkew", "7s"))))
                    .build())
        .isInstanceOf(ClerkConfigurationException.class);
  }

  private static List<String> ownOf(ClerkOptions options) {
    return List.of(
        options.publishableKey().orElse(""),
        options.secretKey().orElse(""),
        options.proxyUrl().orElse(""),
        options.domain().orElse(""),
        options.publicUrl().orElse(""),
        "" + options.satellite(),
        options.issuer().toString(),
        options.audience().toString(),
        options.authorizedParties().toString());
  }

  private static ClerkOptions options(Map<String, String> settings) {
    return ClerkInstances.from(List.of(source(settings)))
        .orElseThrow()
        .instances()
        .get(0)
        .options();
  }

  private static ConfigurationSource source(Map<String, String> settings) {
    return name -> Optional.ofNullable(settings.get(name));
  }
}
