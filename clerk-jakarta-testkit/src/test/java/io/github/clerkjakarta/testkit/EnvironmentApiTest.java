package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Http.json;
import static io.github.clerkjakarta.testkit.Tab.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ClerkJS asks before anybody signs in: its own files and the environment. */
class EnvironmentApiTest {

  @Test
  @DisplayName("development asks for its environment by PATCH, production by GET; bare in both")
  void environment() {
    try (LocalClerk clerk = LocalClerk.start();
        LocalClerk live =
            LocalClerk.builder().instance(InstanceType.PRODUCTION).manySessions().start()) {
      Map<String, Object> development = json(new Tab(clerk).patch("/v1/environment"));
      Map<String, Object> production = json(new Tab(live).get("/v1/environment"));

      assertThat(object(development.get("display_config")))
          .containsEntry("instance_environment_type", "development")
          .containsEntry("after_sign_in_url", Tab.ORIGIN + "/");
      assertThat(object(development.get("auth_config"))).containsEntry("single_session_mode", true);
      assertThat(object(development.get("organization_settings"))).containsEntry("enabled", true);
      assertThat(object(production.get("display_config")))
          .containsEntry("instance_environment_type", "production");
      assertThat(object(production.get("auth_config"))).containsEntry("single_session_mode", false);
    }
  }

  @Test
  @DisplayName(
      "pages of other origins load ClerkJS, whatever version they name, and nothing beside")
  void clerkJs(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("clerk-js"));
    Files.createDirectories(folder.resolve("ui"));
    Files.writeString(folder.resolve("clerk-js/clerk.browser.js"), "/* ClerkJS „x“ */");
    Files.writeString(folder.resolve("ui/ui.browser.js"), "/* UI */");
    Files.writeString(folder.resolve("secret.js"), "/* secret */");
    try (LocalClerk clerk = LocalClerk.builder().clerkJs(folder).start()) {
      assertThat(clerk.servesClerkJs()).isTrue();
      HttpResponse<String> script =
          Http.get(
              clerk.proxyUrl() + "/npm/@clerk/clerk-js@6/dist/clerk.browser.js",
              "Origin",
              Tab.ORIGIN);
      assertThat(script.body()).isEqualTo("/* ClerkJS „x“ */");
      assertThat(script.headers().firstValue("Access-Control-Allow-Origin")).contains(Tab.ORIGIN);
      assertThat(script.headers().firstValue("Content-Type"))
          .contains("text/javascript; charset=utf-8");
      assertThat(status(clerk, "/npm/@clerk/ui@1.36.0/dist/ui.browser.js")).isEqualTo(200);
      assertThat(status(clerk, "/npm/@clerk/ui@1/dist/..%2Fsecret.js")).isEqualTo(404);
      assertThat(status(clerk, "/npm/@clerk/ui@1/dist/..%5Csecret.js")).isEqualTo(404);
      assertThat(status(clerk, "/npm/@clerk/ui@1/dist/..")).isEqualTo(404);
    }
  }

  @Test
  @DisplayName("without ClerkJS a page is told where to read on")
  void noClerkJs() {
    try (LocalClerk clerk = LocalClerk.start()) {
      HttpResponse<String> script =
          Http.get(clerk.proxyUrl() + "/npm/@clerk/clerk-js@6/dist/clerk.browser.js");

      assertThat(clerk.servesClerkJs()).isFalse();
      assertThat(script.statusCode()).isEqualTo(404);
      assertThat(script.body()).contains("docs/developing-offline.md");
    }
  }

  @Test
  @DisplayName("preflights of everything that pages call are answered")
  void preflights() throws Exception {
    try (LocalClerk clerk = LocalClerk.start()) {
      for (String path :
          new String[] {"/v1/environment", "/v1/me", "/v1/organizations/org_acme/roles"}) {
        HttpResponse<String> preflight = Http.options(clerk.proxyUrl() + path, Tab.ORIGIN);
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
            .contains(Tab.ORIGIN);
      }
    }
  }

  private static int status(LocalClerk clerk, String path) {
    return Http.get(clerk.proxyUrl() + path).statusCode();
  }
}
