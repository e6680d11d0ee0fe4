package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Tab.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The one jar that is started beside a server. */
@Timeout(60)
class LocalJarIT {

  private static final Path JAR = Path.of(System.getProperty("local.jar"));

  private static final String PEOPLE =
      """
      {
        "organizations": [{"slug": "north", "name": "North <Ltd>"}],
        "people": [
          {
            "emailAddress": "cleo@example.com",
            "password": "correct-horse-cleo",
            "firstName": "Cleo",
            "memberships": [{"organization": "north", "role": "org:admin"}]
          }
        ]
      }
      """;

  private final List<String> printed = new ArrayList<>();
  private Process process;

  /** Starts it with options, at a free port. */
  private void start(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(options));
    command.add("0");
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      printed.add(line);
      if (line.contains("ClerkJS")) {
        return;
      }
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("the jar alone answers JSON, signs in and has the keys of its seed")
  void answers() throws IOException {
    start("--seed", "a");
    String address = variable("CLERK_PROXY_URL");
    HttpResponse<String> devBrowser = Http.post(address + "/v1/dev_browser", Map.of());
    Object id = Http.json(devBrowser).get("id");

    HttpResponse<String> signedIn =
        Http.post(
            address + "/v1/client/sign_ins?__clerk_db_jwt=" + id,
            Map.of("identifier", Person.ADA.emailAddress(), "password", Person.ADA.password()));

    assertThat(response(signedIn)).containsEntry("status", "complete");
    try (LocalClerk same = LocalClerk.builder().seed("a").start()) {
      assertThat(variable("CLERK_SECRET_KEY")).isEqualTo(same.secretKey());
    }
  }

  @Test
  @DisplayName("the jar has the licenses of what is in it, and says whether ClerkJS is")
  void licenses() throws IOException {
    start();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      boolean clerkJs = jar.getEntry("META-INF/clerk-js/ui/ui.browser.js") != null;

      assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
      assertThat(jar.getEntry("META-INF/clerk-js/ui/LICENSE") != null).isEqualTo(clerkJs);
      assertThat(jar.getEntry("META-INF/clerk-js/clerk-js/LICENSE") != null).isEqualTo(clerkJs);
      assertThat(printed)
          .contains(
              clerkJs
                  ? "Pages find ClerkJS and its components here."
                  : "ClerkJS isn't here, only LocalClerk's own pages; see"
                      + " docs/developing-offline.md.");
    }
  }

  @Test
  @DisplayName(
      "the jar alone knows people from a file, shows them at / and revokes a session there")
  void steering(@TempDir Path folder) throws IOException {
    Path people = Files.writeString(folder.resolve("people.json"), PEOPLE);
    start("--seed", "b", "--people", people.toString());
    String address = variable("CLERK_PROXY_URL");
    Object browser = Http.json(Http.post(address + "/v1/dev_browser", Map.of())).get("id");
    String signIns = address + "/v1/client/sign_ins?__clerk_db_jwt=" + browser;
    Map<String, String> cleo =
        Map.of("identifier", "cleo@example.com", "password", "correct-horse-cleo");
    String session = response(Http.post(signIns, cleo)).get("created_session_id").toString();

    assertThat(Http.get(address + "/").body())
        .contains("cleo@example.com", "North &lt;Ltd&gt;: org:admin", session)
        .contains("/steer/revoke")
        .doesNotContain("ada@example.com", variable("CLERK_SECRET_KEY"));
    HttpResponse<String> steered =
        Http.post(address + "/steer/revoke", Map.of("session", session), "Origin", address);

    assertThat(steered.statusCode()).isEqualTo(303);
    HttpResponse<String> asked =
        Http.get(
            address + "/v1/sessions/" + session,
            "Authorization",
            "Bearer " + variable("CLERK_SECRET_KEY"));
    assertThat(Http.json(asked)).containsEntry("status", "revoked");
  }

  @Test
  @DisplayName("the jar with a file of people that has a typo ends, and says which word it is")
  void wrongPeople(@TempDir Path folder) throws Exception {
    Path people = Files.writeString(folder.resolve("people.json"), "{\"persons\": []}");

    start("--people", people.toString());

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(printed).containsExactly(people + ": the file has an unknown \"persons\"");
  }

  private String variable(String name) {
    String start = "  export " + name + "=";
    return printed.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + printed));
  }
}
