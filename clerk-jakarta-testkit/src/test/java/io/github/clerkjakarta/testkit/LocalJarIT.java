package io.github.clerkjakarta.testkit;

import static io.github.clerkjakarta.testkit.Tab.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The one jar that is started beside a server. */
@Timeout(60)
class LocalJarIT {

  private static final Path JAR = Path.of(System.getProperty("local.jar"));

  private final List<String> printed = new ArrayList<>();
  private Process process;

  @BeforeEach
  void start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "--seed",
                "a",
                "0")
            .redirectErrorStream(true)
            .start();
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
  void answers() {
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

  private String variable(String name) {
    String start = "  export " + name + "=";
    return printed.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + printed));
  }
}
