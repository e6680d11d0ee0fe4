package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clerkjakarta.internal.settings.EnvironmentVariables;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Several Clerk instances")
class ClerkInstancesTest {

  private static final Map<String, String> TWO =
      Map.of(
          "clerk.instances", "acme, globex",
          "clerk.acme.hosts", "app.acme.example, WWW.acme.example",
          "clerk.acme.publishableKey", "pk_acme",
          "clerk.acme.clockSkew", "7s",
          "clerk.globex.hosts", "localhost:8081",
          "clerk.clockSkew", "9s",
          "clerk.secretKey", "sk_of_nobody",
          "clerk.publicUrl", "https://nobody.example");

  @Test
  @DisplayName("have options of their own, and share what makes none of them")
  void settings() {
    List<ClerkInstances.Named> instances = read(TWO).orElseThrow().instances();
    ClerkOptions acme = instances.get(0).options();
    ClerkOptions globex = instances.get(1).options();

    assertThat(instances).extracting(ClerkInstances.Named::name).containsExactly("acme", "globex");
    assertThat(instances.get(0).hosts()).containsExactly("app.acme.example", "www.acme.example");
    assertThat(acme.instance()).contains("acme");
    assertThat(acme.publishableKey()).contains("pk_acme");
    assertThat(acme.clockSkew()).isEqualTo(Duration.ofSeconds(7));
    assertThat(globex.clockSkew()).isEqualTo(Duration.ofSeconds(9));
    assertThat(globex.publishableKey()).isEmpty();
    assertThat(globex.secretKey()).isEmpty();
    assertThat(globex.publicUrl()).isEmpty();
  }

  @Test
  @DisplayName("can be written in the environment")
  void environment() {
    ConfigurationSource environment =
        new EnvironmentVariables(
                Map.of(
                    "CLERK_INSTANCES", "acme",
                    "CLERK_ACME_HOSTS", "app.acme.example",
                    "CLERK_ACME_PUBLISHABLE_KEY", "pk_acme"))
            ::value;
    ClerkInstances instances = ClerkInstances.from(List.of(environment)).orElseThrow();
    assertThat(instances.instances().get(0).options().publishableKey()).contains("pk_acme");
  }

  @Test
  @DisplayName("aren't there unless they are named")
  void none() {
    assertThat(read(Map.of("clerk.publishableKey", "pk_1"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "clerk.instances, 'acme, acme'",
    "clerk.instances, 'acme, glo-bex'",
    "clerk.instances, 'acme, machine'",
    "clerk.instances, 'acme, roles'",
    "clerk.instances, 'acme, security'",
    "clerk.instances, 'acme, globex, third'",
    "clerk.acme.hosts, https://app.acme.example",
    "clerk.acme.hosts, app.acme.example/",
    "clerk.acme.hosts, *.acme.example",
    "clerk.acme.hosts, 'app.acme.example, APP.acme.example'",
    "clerk.acme.hosts, localhost:8081",
  })
  @DisplayName("D14 fail the deployment where a name or a host can't be one, or is taken")
  void invalid(String name, String value) {
    Map<String, String> settings = new HashMap<>(TWO);
    settings.put(name, value);
    assertThatThrownBy(() -> read(settings)).isInstanceOf(ClerkConfigurationException.class);
  }

  private static Optional<ClerkInstances> read(Map<String, String> settings) {
    return ClerkInstances.from(List.of(name -> Optional.ofNullable(settings.get(name))));
  }
}
