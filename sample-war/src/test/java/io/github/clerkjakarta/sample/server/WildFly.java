package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One life of an unmodified WildFly on 127.0.0.1. It starts from a fresh copy of the distribution's
 * {@code standalone} folder, with its own {@code standalone.xml}, and ends with this JVM at the
 * latest.
 */
final class WildFly implements Server {

  private final ServerProcess process;
  private final int port;
  private final Path deployments;

  private WildFly(ServerProcess process, int port, Path base) {
    this.process = process;
    this.port = port;
    this.deployments = base.resolve("deployments");
  }

  /** Starts the distribution unpacked in {@code home}, as {@link Server#start} says. */
  static WildFly start(
      Path home,
      Path base,
      int port,
      Map<String, String> environment,
      Map<String, Path> applications) {
    try {
      Folders.delete(base);
      Folders.copy(home.resolve("standalone"), base);
      Path scanned = base.resolve("deployments");
      for (Map.Entry<String, Path> application : applications.entrySet()) {
        Files.copy(application.getValue(), scanned.resolve(application.getKey()));
      }
      List<Integer> free = Ports.free(3);
      int http = port == 0 ? free.get(2) : port;
      ServerProcess process =
          ServerProcess.start(
              command(home, base, http, free.get(0), free.get(1)),
              environment,
              base.resolve("console.log"));
      WildFly server = new WildFly(process, http, base);
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

  @Override
  public void deploy(Path war) {
    String name = war.getFileName().toString();
    try {
      Files.copy(war, deployments.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitDeployed(name);
  }

  @Override
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.end();
  }

  /** The scanner answers a WAR in its folder with a file beside it: deployed, or failed and why. */
  private void awaitDeployed(String name) {
    Path deployed = deployments.resolve(name + ".deployed");
    Path failed = deployments.resolve(name + ".failed");
    process.awaitDeployed(
        name,
        () -> {
          if (Files.exists(failed)) {
            throw new ServerFailedException(
                name + " was not deployed: " + ServerProcess.read(failed), process.console());
          }
          return Files.exists(deployed);
        });
  }

  /** What bin/standalone.sh runs, without the shell between us and the server. */
  private static List<String> command(
      Path home, Path base, int httpPort, int httpsPort, int managementPort) {
    List<String> command = new ArrayList<>();
    command.add(ServerProcess.java());
    command.addAll(List.of("-Xms64m", "-Xmx512m", "-XX:MaxMetaspaceSize=256m"));
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.net.preferIPv4Stack=true");
    command.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
    for (String opened :
        List.of(
            "java.base/java.io",
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming")) {
      command.add("--add-opens=" + opened + "=ALL-UNNAMED");
    }
    for (String exported :
        List.of(
            "java.desktop/sun.awt",
            "java.naming/com.sun.jndi.ldap",
            "java.naming/com.sun.jndi.url.ldap",
            "java.naming/com.sun.jndi.url.ldaps",
            "jdk.naming.dns/com.sun.jndi.dns")) {
      command.add("--add-exports=" + exported + "=ALL-UNNAMED");
    }
    command.add("-Dorg.jboss.boot.log.file=" + base.resolve("log").resolve("server.log"));
    command.add(
        "-Dlogging.configuration="
            + base.resolve("configuration").resolve("logging.properties").toUri());
    command.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString()));
    command.addAll(List.of("-mp", home.resolve("modules").toString()));
    command.add("org.jboss.as.standalone");
    command.add("-Djboss.home.dir=" + home);
    command.add("-Djboss.server.base.dir=" + base);
    command.add("-Djboss.bind.address=127.0.0.1");
    command.add("-Djboss.bind.address.management=127.0.0.1");
    command.add("-Djboss.http.port=" + httpPort);
    command.add("-Djboss.https.port=" + httpsPort);
    command.add("-Djboss.management.http.port=" + managementPort);
    return command;
  }
}
