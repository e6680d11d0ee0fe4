package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One life of an unmodified GlassFish on 127.0.0.1, to which applications are handed by its own
 * {@code asadmin deploy}. It starts from a fresh copy of the distribution's domain, with its
 * listeners moved.
 */
final class GlassFish implements Server {

  private static final String STARTED = "startup time";

  private final ServerProcess process;
  private final Path home;
  private final int port;
  private final int management;

  private GlassFish(ServerProcess process, Path home, int port, int management) {
    this.process = process;
    this.home = home;
    this.port = port;
    this.management = management;
  }

  /** Starts the distribution unpacked in {@code home}, as {@link Server#start} says. */
  static GlassFish start(
      Path home,
      Path base,
      int port,
      Map<String, String> environment,
      Map<String, Path> applications) {
    try {
      Folders.delete(base);
      List<Integer> free = Ports.free(2);
      int http = port == 0 ? free.get(0) : port;
      int management = free.get(1);
      PayaraDomain.copied(home, base.resolve("domain")).listenAt(http, management);
      ServerProcess process =
          ServerProcess.start(
              asadmin(home, "start-domain", "--verbose", "--domaindir", base.toString(), "domain"),
              environment,
              base.resolve("console.log"));
      GlassFish server = new GlassFish(process, home, http, management);
      try {
        process.awaitDeployed("the domain", () -> process.console().contains(STARTED));
        applications.forEach(server::deploy);
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
  public void deploy(Path war) {
    deploy(war.getFileName().toString(), war);
  }

  private void deploy(String file, Path application) {
    String name = file.replaceFirst("[.][we]ar$", "");
    try {
      Process deployment =
          new ProcessBuilder(
                  asadmin(
                      home,
                      "--port",
                      "" + management,
                      "deploy",
                      "--name",
                      name,
                      "--contextroot",
                      name.equals("ROOT") ? "/" : name,
                      application.toString()))
              .redirectErrorStream(true)
              .start();
      String said = new String(deployment.getInputStream().readAllBytes());
      if (deployment.waitFor() != 0) {
        throw new ServerFailedException(file + " was not deployed: " + said, process.console());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerFailedException("interrupted while deploying " + file, process.console());
    }
  }

  @Override
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.end();
  }

  /** What bin/asadmin runs, without the shell between us and the server. */
  private static List<String> asadmin(Path home, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ServerProcess.java());
    command.add("-jar");
    command.add(home.resolve("glassfish/lib/client/appserver-cli.jar").toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
