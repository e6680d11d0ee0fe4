package io.github.clerkjakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An application can be deployed with its options, or hears all that is wrong")
final class DeploymentCheckTest {

  private static final String PK_TEST = "pk_test_Y2FsbS1oZXJvbi00Mi5jbGVyay5hY2NvdW50cy5kZXYk";
  private static final String PK_LIVE = "pk_live_Y2xlcmsuaGFyYm9ybGlnaHQuZXhhbXBsZSQ";
  private static final String SK_TEST = "sk_test_Hb3q9ZrVn2LxQe7TdWm5";
  private static final String SK_LIVE = "sk_live_Jt5nB0vKd8SyFh2QpLc9";

  @ParameterizedTest
  @CsvSource({
    PK_TEST + "," + SK_TEST,
    PK_LIVE + "," + SK_LIVE,
    PK_TEST + ",test_Hb3q9ZrVn2LxQe7TdWm5"
  })
  void matchingKeys(String publishableKey, String secretKey) {
    assertThatCode(() -> keys(publishableKey, secretKey).build().requireDeployable())
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("D14 without any key both are named, and how to do without the secret one")
  void noKeys() {
    assertThatThrownBy(() -> ClerkOptions.builder().build().requireDeployable())
        .isInstanceOf(ClerkConfigurationException.class)
        .hasMessage(
            "Set clerk.publishableKey (CLERK_PUBLISHABLE_KEY) to the publishable key (pk_test_… or"
                + " pk_live_…) from the API keys page of the Clerk Dashboard."
                + " Set clerk.secretKey (CLERK_SECRET_KEY) to the secret key (sk_test_… or"
                + " sk_live_…) from the API keys page of the Clerk Dashboard; to do without, set"
                + " clerk.networkless (CLERK_NETWORKLESS) to true and clerk.jwtKey (CLERK_JWT_KEY)"
                + " to the instance's public key.");
  }

  @Test
  @DisplayName("D14 a PEM key alone is enough only where it is asked for")
  void networkless() {
    ClerkOptions.Builder pemOnly = ClerkOptions.builder().publishableKey(PK_LIVE).jwtKey("pem");

    assertThat(faults(pemOnly)).singleElement().asString().contains("clerk.secretKey");
    assertThat(faults(pemOnly.networkless(true))).isEmpty();
    assertThat(faults(ClerkOptions.builder().publishableKey(PK_LIVE).networkless(true)))
        .singleElement()
        .asString()
        .contains("Set clerk.jwtKey (CLERK_JWT_KEY) to the instance's public key");
  }

  @Test
  @DisplayName("K18 keys in each other's place are named, and never shown")
  void swappedKeys() {
    ClerkConfigurationException refusal =
        catchThrowableOfType(
            ClerkConfigurationException.class,
            () -> keys(SK_LIVE, PK_LIVE).build().requireDeployable());

    assertThat(refusal)
        .hasMessageContaining("Set clerk.publishableKey (CLERK_PUBLISHABLE_KEY)")
        .hasMessageContaining("what it holds now is a secret key")
        .hasMessageContaining("Set clerk.secretKey (CLERK_SECRET_KEY)")
        .hasMessageContaining("what it holds now is a publishable key")
        .hasMessageNotContaining(SK_LIVE)
        .hasMessageNotContaining(PK_LIVE);
  }

  @ParameterizedTest
  @CsvSource({
    PK_TEST + "," + SK_LIVE + ",test,live",
    PK_LIVE + "," + SK_TEST + ",live,test",
    PK_LIVE + ",test_Hb3q9ZrVn2LxQe7TdWm5,live,test"
  })
  @DisplayName("K18 a test key beside a live key is refused")
  void mixedKeys(String publishableKey, String secretKey, String first, String second) {
    assertThat(faults(keys(publishableKey, secretKey)))
        .singleElement()
        .asString()
        .contains("keys of the same instance")
        .contains("the publishable key is a " + first + " key and the secret key a " + second)
        .doesNotContain(secretKey);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pk_nope", "pk_test_notbase64$", "pk_test_", "hunter2", "pk_test"})
  @DisplayName("K18 what isn't a publishable key is refused")
  void invalidPublishableKey(String key) {
    assertThat(faults(keys(key, SK_TEST)))
        .singleElement()
        .asString()
        .startsWith("Set clerk.publishableKey (CLERK_PUBLISHABLE_KEY)")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "sk_hunter2", "sk_test_", "sk_test_hun ter2", "ak_hunter2"})
  @DisplayName("K18 what isn't a secret key is refused and not shown")
  void invalidSecretKey(String key) {
    assertThat(faults(keys(PK_TEST, key)))
        .singleElement()
        .asString()
        .startsWith("Set clerk.secretKey (CLERK_SECRET_KEY)")
        .doesNotContain("hun");
  }

  @Test
  @DisplayName("K18 a key of the instance is no machine key and no PEM key")
  void otherKeys() {
    assertThat(faults(keys(PK_TEST, SK_TEST).machineSecretKey(SK_TEST).jwtKey(PK_TEST)))
        .satisfiesExactly(
            machine ->
                assertThat(machine)
                    .startsWith("Set clerk.machineSecretKey (CLERK_MACHINE_SECRET_KEY)")
                    .doesNotContain(SK_TEST),
            pem -> assertThat(pem).startsWith("Set clerk.jwtKey (CLERK_JWT_KEY)"));
  }

  @Test
  @DisplayName("D14 a satellite needs a domain or a proxy, in development a sign-in page elsewhere")
  void satellites() {
    ClerkOptions.Builder production = keys(PK_LIVE, SK_LIVE).satellite(true);
    ClerkOptions.Builder development = keys(PK_TEST, SK_TEST).satellite(true);

    assertThat(faults(production)).singleElement().asString().contains("clerk.domain");
    assertThat(faults(production.domain("sat.example"))).isEmpty();
    assertThat(faults(production.signInUrl("/in")))
        .singleElement()
        .asString()
        .contains("signInUrl");
    assertThat(faults(development)).hasSize(2);
    assertThat(faults(development.proxyUrl("/__clerk").signInUrl("https://primary.example/in")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example/__clerk", "ftp://proxy.example", "//proxy.example", "~/x"})
  void wrongProxyUrl(String url) {
    assertThat(faults(keys(PK_LIVE, SK_LIVE).proxyUrl(url)))
        .singleElement()
        .asString()
        .startsWith("Set clerk.proxyUrl (CLERK_PROXY_URL)")
        .endsWith("now it says '" + url + "'.");
  }

  @Test
  void wrongDomain() {
    assertThat(faults(keys(PK_LIVE, SK_LIVE).domain("https://sat.example")))
        .singleElement()
        .asString()
        .startsWith("Set clerk.domain (CLERK_DOMAIN) to a host");
    assertThat(faults(keys(PK_LIVE, SK_LIVE).domain("sat.example:8443").proxyUrl("/"))).isEmpty();
  }

  private static ClerkOptions.Builder keys(String publishableKey, String secretKey) {
    return ClerkOptions.builder().publishableKey(publishableKey).secretKey(secretKey);
  }

  private static List<String> faults(ClerkOptions.Builder options) {
    return DeploymentCheck.faults(options.build().values());
  }
}
