package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One life of an unmodified Payara Server on 127.0.0.1, with one or more WARs. It starts from a
 * fresh copy of the distribution's domain, with its listeners moved.
 */
final class Payara implements Server {

  private static final String DEPLOYED = "Boot Command deploy returned with result SUCCESS";
  private static final String REFUSED = "Boot Command deploy failed";

  private final ServerProcess process;
  private final int port;
  private final Path deployments;

  private Payara(ServerProcess process, int port, Path deployments) {
    this.process = process;
    this.port = port;
    this.deployments = deployments;
  }

  /** Starts the distribution unpacked in {@code home}, as {@link Server#start} says. */
  static Payara start(
      Path home,
      Path base,
      int port,
      Map<String, String> environment,
      Map<String, Path> applications) {
    try {
      Folders.delete(base);
      List<Integer> free = Ports.free(2);
      int http = port == 0 ? free.get(0) : port;
      PayaraDomain domain = PayaraDomain.copied(home, base.resolve("domain"));
      domain.listenAt(http, free.get(1));
      List<String> commands =
          applications.entrySet().stream().map(it -> deploy(it.getKey(), it.getValue())).toList();
      Path boot = Files.write(base.resolve("deploy.asadmin"), commands);
      ServerProcess process =
          ServerProcess.start(command(home, base, boot), environment, base.resolve("console.log"));
      Payara server = new Payara(process, http, domain.folder().resolve("autodeploy"));
      try {
        process.awaitDeployed(
            String.join(", ", applications.keySet()), () -> server.hasDeployed(commands.size()));
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

  /** The server looks into a folder, and answers a WAR there with a file beside it. */
  @Override
  public void deploy(Path war) {
    String name = war.getFileName().toString();
    Path deployed = deployments.resolve(name + "_deployed");
    Path failed = deployments.resolve(name + "_deployFailed");
    try {
      Files.copy(war, deployments.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process.awaitDeployed(
        name,
        () -> {
          if (Files.exists(failed)) {
            throw new ServerFailedException(name + " was not deployed", process.console());
          }
          return Files.exists(deployed);
        });
  }

  @Override
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.end();
  }

  private static String deploy(String file, Path application) {
    String name = file.replaceFirst("[.][we]ar$", "");
    if (file.endsWith(".ear")) {
      return "deploy --name %s %s".formatted(name, application);
    }
    String root = name.equals("ROOT") ? "/" : "/" + name;
    return "deploy --name %s --contextroot %s %s".formatted(name, root, application);
  }

  /** The server writes to its console what came of each command that it was given. */
  private boolean hasDeployed(int applications) {
    String console = process.console();
    if (console.contains(REFUSED)) {
      throw new ServerFailedException("Payara refused an application", console);
    }
    return console.split(DEPLOYED, -1).length > applications;
  }

  /** What bin/asadmin runs, without the shell between us and the server. */
  private static List<String> command(Path home, Path base, Path boot) {
    return List.of(
        ServerProcess.java(),
        "-jar",
        home.resolve("glassfish/lib/client/appserver-cli.jar").toString(),
        "start-domain",
        "--verbose",
        "--domaindir",
        base.toString(),
        "--postbootcommandfile",
        boot.toString(),
        "domain");
  }
}
