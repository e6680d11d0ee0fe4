package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Open Liberty. The distribution brings no server; this one has the {@code server.xml} of
 * docs/servers.md, with its listeners and the applications.
 */
record OpenLiberty(Place place) implements Distribution {

  private static final String NAME = "sample";

  @Override
  public List<String> prepare(Map<String, Path> applications) throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("server.xml"), serverXml(applications));
    // By its own script, which knows what each version of Java has to be told.
    return List.of(
        "env",
        "WLP_USER_DIR=" + place.base(),
        "sh",
        place.home().resolve("bin/server").toString(),
        "run",
        NAME);
  }

  @Override
  public void awaitDeployed(ServerProcess process, Map<String, Path> applications) {
    applications.keySet().forEach(file -> awaitDeployed(process, file));
  }

  /** The server looks into a folder, and says in its log what became of a WAR there. */
  @Override
  public void deploy(ServerProcess process, Path war) throws IOException {
    String file = war.getFileName().toString();
    Files.copy(war, Files.createDirectories(folder().resolve("dropins")).resolve(file));
    awaitDeployed(process, file);
  }

  private static void awaitDeployed(ServerProcess process, String file) {
    String name = Distribution.name(file);
    process.awaitDeployed(
        file,
        () -> {
          String console = process.console();
          if (says(console, "CWWKZ0002E", name) || says(console, "CWWKZ0012I", name)) {
            throw new ServerFailedException(file + " was not deployed", console);
          }
          return says(console, "CWWKZ0001I", name);
        });
  }

  private static boolean says(String console, String message, String name) {
    return console
        .lines()
        .anyMatch(line -> line.contains(message) && line.matches(".*pplication " + name + "\\b.*"));
  }

  private Path folder() {
    return place.base().resolve("servers").resolve(NAME);
  }

  private String serverXml(Map<String, Path> applications) {
    return """
    <server>
      <featureManager>
        <feature>webProfile-10.0</feature>
      </featureManager>
      <httpSession securityIntegrationEnabled="false"/>
      <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="%d"/>
      %s
    </server>
    """
        .formatted(
            place.http(),
            place.second(),
            applications.entrySet().stream()
                .map(it -> application(it.getKey(), it.getValue()))
                .collect(Collectors.joining("\n  ")));
  }

  private static String application(String file, Path archive) {
    String name = Distribution.name(file);
    return file.endsWith(".ear")
        ? "<enterpriseApplication name=\"%s\" location=\"%s\"/>".formatted(name, archive)
        : "<webApplication name=\"%s\" contextRoot=\"%s\" location=\"%s\"/>"
            .formatted(name, Distribution.contextPath(file), archive);
  }
}
