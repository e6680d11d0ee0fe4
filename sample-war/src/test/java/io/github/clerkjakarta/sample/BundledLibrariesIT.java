package io.github.clerkjakarta.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WildFly has Jackson, Nimbus and Caffeine of its own; inside it, ours are ours. */
@ExtendWith(StageExtension.class)
class BundledLibrariesIT {

  private static final String SHADED = "io.github.clerkjakarta.internal.shaded.";

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"nimbus.jose.JWSVerifier", "caffeine.cache.Cache", "jackson.core.JsonParser"})
  @DisplayName("a library that the filter brings is loaded by the deployment")
  void ours(String library, Stage stage) throws Exception {
    assertThat(loaderOf(SHADED + library, stage)).contains("\"deployment.probe.war\"");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "com.nimbusds.jose.JWSVerifier",
        "com.github.benmanes.caffeine.cache.Cache",
        "tools.jackson.core.JsonParser"
      })
  @DisplayName("under its own name, the deployment doesn't have it")
  void notOurs(String library, Stage stage) throws Exception {
    assertThat(loaderOf(library, stage)).doesNotContain("deployment.");
  }

  @Test
  @DisplayName("a class of the server is seen to come from the server")
  void theServers(Stage stage) throws Exception {
    assertThat(loaderOf("jakarta.servlet.Servlet", stage))
        .contains("\"jakarta.servlet.api\"")
        .doesNotContain("deployment.");
  }

  private static String loaderOf(String name, Stage stage)
      throws IOException, InterruptedException {
    URI address = URI.create(stage.address(Stage.PROBE + "/loader-of?class=" + name));
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }
}
