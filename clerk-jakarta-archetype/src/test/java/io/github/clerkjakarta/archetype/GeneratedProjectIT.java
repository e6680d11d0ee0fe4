package io.github.clerkjakarta.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A generated project")
class GeneratedProjectIT {

  private static final String VERSION = System.getProperty("archetype.version");
  private static final String SERVER = System.getProperty("server");

  private static Path folder;
  private static Maven maven;

  @BeforeAll
  static void stage() throws IOException {
    folder = Files.createTempDirectory(Path.of("target"), "generated").toAbsolutePath();
    LocalRepository repository =
        LocalRepository.of(
                Path.of(System.getProperty("maven.repository")),
                folder.resolve("repository"),
                VERSION)
            .with("clerk-jakarta-parent", Path.of(".."))
            .with("clerk-jakarta-archetype", Path.of("."), "");
    for (String module : new String[] {"bom", "filter", "pages", "testkit"}) {
      String name = "clerk-jakarta-" + module;
      String[] jars =
          switch (module) {
            case "bom" -> new String[] {};
            case "testkit" -> new String[] {"", "-clerk-js"};
            default -> new String[] {""};
          };
      repository.with(name, Path.of("..", name), jars);
    }
    maven = new Maven(repository.root());
  }

  @ParameterizedTest(name = "with {0}")
  @DisplayName("passes its tests on the server that it is told, by the first command of its README")
  @ValueSource(strings = {"jsp", "facelets"})
  void verifies(String view) throws Exception {
    Path project = project(view);

    String said = maven.run(project, with(commands(project).get(0), "-Dserver=" + SERVER));

    assertThat(said).contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");
  }

  @Test
  @DisplayName("runs with LocalClerk until it is ended, by the second command of its README")
  void runs() throws Exception {
    Path project = project("jsp");
    String port = "" + freePort();
    List<String> command =
        with(
            commands(project).get(1),
            "-Dserver=" + SERVER,
            "-Dport=" + port,
            "-Dclerk.port=" + freePort());
    Path log = project.resolve("run.log");

    Process process = maven.start(project, log, command);
    try {
      while (!Files.readString(log).contains("Open http://localhost:" + port)) {
        assertThat(process.isAlive()).as(() -> read(log)).isTrue();
        Thread.sleep(200);
      }
      HttpRequest start = HttpRequest.newBuilder(URI.create("http://localhost:" + port)).build();
      assertThat(HttpClient.newHttpClient().send(start, BodyHandlers.ofString()).body())
          .contains("<h1>Welcome</h1>", "Sign in", "/npm/@clerk/clerk-js@");
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  /** The project that docs/new-project.md makes, with these pages. */
  private static Path project(String view) throws Exception {
    String name = "shop-" + view;
    Path project = folder.resolve(name);
    if (!Files.exists(project)) {
      String command = commands(Path.of("../docs/new-project.md"), "```sh\nmvn (.*?)\n```").get(0);
      maven.run(
          folder,
          words(
              command
                  .replace("-DartifactId=shop", "-DartifactId=" + name)
                  .replace("-Dview=jsp", "-Dview=" + view)));
    }
    return project;
  }

  private static List<String> commands(Path project) throws IOException {
    List<String> commands = commands(project.resolve("README.md"), "    mvn (.*?)\n");
    assertThat(commands).hasSize(2);
    return commands;
  }

  private static List<String> commands(Path page, String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(Files.readString(page))
        .results()
        .map(it -> it.group(1))
        .toList();
  }

  private static List<String> with(String command, String... arguments) {
    return Stream.concat(words(command).stream(), Stream.of(arguments)).toList();
  }

  private static List<String> words(String command) {
    return List.of(command.split("[\\s\\\\]+"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
