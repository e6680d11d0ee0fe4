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
public final class Payara implements Server {

  private static final String DEPLOYED = "Boot Command deploy returned with result SUCCESS";
  private static final String REFUSED = "Boot Command deploy failed";

  private final ServerProcess process;
  private final int port;
  private final int applications;

  private Payara(ServerProcess process, int port, int applications) {
    this.process = process;
    this.port = port;
    this.applications = applications;
  }

  /**
   * Starts the distribution unpacked in {@code home} and waits until everything is deployed.
   *
   * @param base where everything is written that the server writes
   * @param port the port of the applications; 0 for any free one
   * @param environment variables of the server, in place of every CLERK_… variable of this JVM
   * @param wars the WARs by file name: {@code ROOT.war} at {@code /}, others at their name
   * @throws ServerFailedException when the server or a WAR doesn't start
   */
  public static Payara start(
      Path home, Path base, int port, Map<String, String> environment, Map<String, Path> wars) {
    try {
      Folders.delete(base);
      int http = port == 0 ? Ports.free(1).get(0) : port;
      PayaraDomain.copied(home, base.resolve("domain")).listenAt(http);
      List<String> commands =
          wars.entrySet().stream().map(it -> deploy(it.getKey(), it.getValue())).toList();
      Path boot = Files.write(base.resolve("deploy.asadmin"), commands);
      ServerProcess process =
          ServerProcess.start(command(home, base, boot), environment, base.resolve("console.log"));
      Payara server = new Payara(process, http, wars.size());
      try {
        process.awaitDeployed(String.join(", ", wars.keySet()), server::isDeployed);
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

  @Override
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.end();
  }

  private static String deploy(String file, Path war) {
    String name = file.replaceFirst("[.]war$", "");
    String root = name.equals("ROOT") ? "/" : "/" + name;
    return "deploy --name %s --contextroot %s %s".formatted(name, root, war);
  }

  /** The server writes to its console what came of each command that it was given. */
  private boolean isDeployed() {
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
