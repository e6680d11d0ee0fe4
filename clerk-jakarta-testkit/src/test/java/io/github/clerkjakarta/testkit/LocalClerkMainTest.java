package io.github.clerkjakarta.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalClerkMainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  @DisplayName("it prints what an application needs and where to sign in")
  void prints() {
    try (LocalClerk clerk = start("0").orElseThrow()) {
      String printed = out.toString(StandardCharsets.UTF_8);
      clerk
          .environment()
          .forEach((name, value) -> assertThat(printed).contains("export " + name + "=" + value));
      assertThat(printed).contains("Sign in at " + clerk.signInUrl());
      assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }
  }

  @Test
  @DisplayName("a production instance on request")
  void production() {
    try (LocalClerk clerk = start("--production", "0").orElseThrow()) {
      assertThat(clerk.publishableKey()).startsWith("pk_live_");
    }
  }

  @Test
  @DisplayName("webhooks on request")
  void webhooks() {
    try (LocalClerk clerk = start("--webhooks", "http://localhost:9/webhooks", "0").orElseThrow()) {
      assertThat(Http.get(clerk.proxyUrl() + "/").body()).contains("http://localhost:9/webhooks");
    }
  }

  @Test
  @DisplayName("a seed, people and many sessions on request")
  void options(@TempDir Path folder) throws Exception {
    Path people =
        Files.writeString(
            folder.resolve("people.json"),
            "{\"people\": [{\"emailAddress\": \"cleo@example.com\", \"password\": \"x\"}]}");
    String[] arguments = {"--seed", "a b", "--people", people.toString(), "--many-sessions", "0"};
    String secretKey;
    try (LocalClerk clerk = start(arguments).orElseThrow()) {
      secretKey = clerk.secretKey();
      assertThat(clerk.person("cleo@example.com")).isPresent();
    }
    try (LocalClerk again = start(arguments).orElseThrow()) {
      assertThat(again.secretKey()).isEqualTo(secretKey);
    }
  }

  @Test
  @DisplayName("what is wrong with the people is one clear sentence")
  void wrongPeople(@TempDir Path folder) throws Exception {
    Path people = Files.writeString(folder.resolve("people.json"), "{\"persons\": []}");

    assertThat(start("--people", people.toString(), "0")).isEmpty();

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(people + ": the file has an unknown \"persons\"" + System.lineSeparator());
    assertThat(start("--people", folder.resolve("none.json").toString(), "0")).isEmpty();
  }

  @Test
  @DisplayName("a taken port is one clear sentence")
  void takenPort() {
    try (LocalClerk holder = LocalClerk.start()) {
      String port = holder.apiUrl().replaceAll(".*:", "");

      assertThat(start(port)).isEmpty();

      assertThat(err.toString(StandardCharsets.UTF_8))
          .isEqualTo(
              "Port %s is taken: stop what listens there, or give LocalClerk another port.%n"
                  .formatted(port));
      assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "-1", "65536", "--help", "1 2", "--seed", "0 --people"})
  @DisplayName("other arguments are answered with the usage")
  void usage(String arguments) {
    assertThat(start(arguments.split(" "))).isEmpty();

    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage: ");
  }

  private Optional<LocalClerk> start(String... arguments) {
    return LocalClerkMain.start(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
