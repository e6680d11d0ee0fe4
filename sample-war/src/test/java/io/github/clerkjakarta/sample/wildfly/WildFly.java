package io.github.clerkjakarta.sample.wildfly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One life of an unmodified WildFly on 127.0.0.1. It starts from a fresh copy of the distribution's
 * {@code standalone} folder, with its own {@code standalone.xml}, and ends with this JVM at the
 * latest.
 */
public final class WildFly implements AutoCloseable {

  private static final Duration DEPLOYED_WITHIN = Duration.ofMinutes(4);
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);

  private static final String CONSOLE = "console.log";

  private final Process process;
  private final int port;
  private final Path deployments;
  private final Path console;

  private WildFly(Process process, int port, Path base) {
    this.process = process;
    this.port = port;
    this.deployments = base.resolve("deployments");
    this.console = base.resolve(CONSOLE);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "stop WildFly"));
  }

  /** A life of the distribution unpacked in {@code home}; what it writes goes to {@code base}. */
  public static Builder in(Path home, Path base) {
    return new Builder(home, base);
  }

  /** The port of the applications. */
  public int port() {
    return port;
  }

  /**
   * Deploys one more WAR and waits until the server has taken it.
   *
   * @throws WildFlyFailedException when the server refuses it; the message says why
   */
  public void deploy(String name, Path war) {
    try {
      Files.copy(war, deployments.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitDeployed(name);
  }

  /** Returns when the server has ended by itself. */
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** What the server has written to its console so far. */
  public String console() {
    return read(console);
  }

  @Override
  public void close() {
    end(process);
  }

  private static void end(Process process) {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        family.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      family.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }

  /** The scanner answers a WAR in its folder with a file beside it: deployed, or failed and why. */
  private void awaitDeployed(String name) {
    Path deployed = deployments.resolve(name + ".deployed");
    Path failed = deployments.resolve(name + ".failed");
    long deadline = System.nanoTime() + DEPLOYED_WITHIN.toNanos();
    while (!Files.exists(deployed)) {
      if (Files.exists(failed)) {
        throw new WildFlyFailedException(name + " was not deployed: " + read(failed), console());
      }
      if (!process.isAlive()) {
        throw new WildFlyFailedException("WildFly ended while starting", console());
      }
      if (System.nanoTime() > deadline) {
        throw new WildFlyFailedException(
            name + " was not deployed within " + DEPLOYED_WITHIN.toMinutes() + " minutes",
            console());
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WildFlyFailedException("interrupted while WildFly was starting", console());
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Collects what a life starts with. */
  public static final class Builder {
    private final Path home;
    private final Path base;
    private final Map<String, Path> deployments = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private int port;

    private Builder(Path home, Path base) {
      this.home = home;
      this.base = base;
    }

    /** The port of the applications. Default: any free one. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /** Environment variables of the server, in place of every CLERK_… variable of this JVM. */
    public Builder environment(Map<String, String> environment) {
      this.environment.putAll(environment);
      return this;
    }

    /**
     * Deploys the WAR under this file name: {@code ROOT.war} at {@code /}, others at their name.
     */
    public Builder deploy(String name, Path war) {
      deployments.put(name, war);
      return this;
    }

    /**
     * Starts the server and waits until everything is deployed.
     *
     * @throws WildFlyFailedException when the server or a deployment doesn't start
     */
    public WildFly start() {
      try {
        Folders.delete(base);
        Folders.copy(home.resolve("standalone"), base);
        Path scanned = base.resolve("deployments");
        for (Map.Entry<String, Path> deployment : deployments.entrySet()) {
          Files.copy(deployment.getValue(), scanned.resolve(deployment.getKey()));
        }
        List<Integer> free = Ports.free(3);
        int httpPort = port == 0 ? free.get(2) : port;
        WildFly server = new WildFly(launch(httpPort, free), httpPort, base);
        try {
          deployments.keySet().forEach(server::awaitDeployed);
        } catch (RuntimeException e) {
          server.close();
          throw e;
        }
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Process launch(int httpPort, List<Integer> free) throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(command(httpPort, free.get(0), free.get(1)))
              .redirectErrorStream(true)
              .redirectOutput(base.resolve(CONSOLE).toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("CLERK_"));
      builder.environment().putAll(environment);
      return builder.start();
    }

    /** What bin/standalone.sh runs, without the shell between us and the server. */
    private List<String> command(int httpPort, int httpsPort, int managementPort) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
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
}
