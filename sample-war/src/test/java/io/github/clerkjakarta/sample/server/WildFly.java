package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * WildFly, from a fresh copy of the distribution's {@code standalone} folder, with its own {@code
 * standalone.xml}.
 */
record WildFly(Place place) implements Distribution {

  @Override
  public List<String> prepare(Map<String, Path> applications) throws IOException {
    Folders.copy(place.home().resolve("standalone"), place.base());
    for (Map.Entry<String, Path> application : applications.entrySet()) {
      Files.copy(application.getValue(), deployments().resolve(application.getKey()));
    }
    return command();
  }

  @Override
  public void awaitDeployed(ServerProcess process, Map<String, Path> applications) {
    applications.keySet().forEach(file -> awaitDeployed(process, file));
  }

  @Override
  public void deploy(ServerProcess process, Path war) throws IOException {
    String file = war.getFileName().toString();
    Files.copy(war, deployments().resolve(file));
    awaitDeployed(process, file);
  }

  /** The scanner answers a WAR in its folder with a file beside it: deployed, or failed and why. */
  private void awaitDeployed(ServerProcess process, String file) {
    Path deployed = deployments().resolve(file + ".deployed");
    Path failed = deployments().resolve(file + ".failed");
    process.awaitDeployed(
        file,
        () -> {
          if (Files.exists(failed)) {
            throw new ServerFailedException(
                file + " was not deployed: " + ServerProcess.read(failed), process.console());
          }
          return Files.exists(deployed);
        });
  }

  private Path deployments() {
    return place.base().resolve("deployments");
  }

  /** What bin/standalone.sh runs, without the shell between us and the server. */
  private List<String> command() {
    Path home = place.home();
    Path base = place.base();
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
    command.add("-Djboss.http.port=" + place.http());
    command.add("-Djboss.https.port=" + place.second());
    command.add("-Djboss.management.http.port=" + place.third());
    return command;
  }
}
