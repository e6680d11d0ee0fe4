package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One life of Open Liberty on 127.0.0.1. The distribution brings no server; this one has the {@code
 * server.xml} of docs/servers.md, with its listeners and the applications.
 */
final class OpenLiberty implements Server {

  private static final String NAME = "sample";

  private final ServerProcess process;
  private final int port;
  private final Path folder;

  private OpenLiberty(ServerProcess process, int port, Path folder) {
    this.process = process;
    this.port = port;
    this.folder = folder;
  }

  /** Starts the distribution unpacked in {@code home}, as {@link Server#start} says. */
  static OpenLiberty start(
      Path home,
      Path base,
      int port,
      Map<String, String> environment,
      Map<String, Path> applications) {
    try {
      Folders.delete(base);
      List<Integer> free = Ports.free(2);
      int http = port == 0 ? free.get(0) : port;
      Path folder = Files.createDirectories(base.resolve("servers").resolve(NAME));
      Files.writeString(folder.resolve("server.xml"), serverXml(http, free.get(1), applications));
      Map<String, String> variables = new LinkedHashMap<>(environment);
      variables.put("WLP_USER_DIR", base.toString());
      ServerProcess process =
          ServerProcess.start(command(home), variables, base.resolve("console.log"));
      OpenLiberty server = new OpenLiberty(process, http, folder);
      try {
        applications.keySet().forEach(server::awaitDeployed);
      } catch (RuntimeException e) {
        server.close();
        throw e;
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int port() {
    return port;
  }

  /** The server looks into a folder, and says in its log what became of a WAR there. */
  @Override
  public void deploy(Path war) {
    String file = war.getFileName().toString();
    try {
      Files.copy(war, Files.createDirectories(folder.resolve("dropins")).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitDeployed(file);
  }

  @Override
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.end();
  }

  private void awaitDeployed(String file) {
    String name = name(file);
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

  private static String name(String file) {
    return file.replaceFirst("[.][we]ar$", "");
  }

  private static String serverXml(int http, int https, Map<String, Path> applications) {
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
            http,
            https,
            applications.entrySet().stream()
                .map(it -> application(it.getKey(), it.getValue()))
                .collect(Collectors.joining("\n  ")));
  }

  private static String application(String file, Path archive) {
    String name = name(file);
    return file.endsWith(".ear")
        ? "<enterpriseApplication name=\"%s\" location=\"%s\"/>".formatted(name, archive)
        : "<webApplication name=\"%s\" contextRoot=\"%s\" location=\"%s\"/>"
            .formatted(name, name.equals("ROOT") ? "/" : "/" + name, archive);
  }

  /** By its own script, which knows what each version of Java has to be told. */
  private static List<String> command(Path home) {
    return List.of("sh", home.resolve("bin/server").toString(), "run", NAME);
  }
}
