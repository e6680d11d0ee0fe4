package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Payara Server, from a fresh copy of the distribution's domain, with its listeners moved. */
record Payara(Place place) implements Distribution {

  private static final String DEPLOYED = "Boot Command deploy returned with result SUCCESS";
  private static final String REFUSED = "Boot Command deploy failed";

  @Override
  public List<String> prepare(Map<String, Path> applications) throws IOException {
    PayaraDomain.copied(place.home(), domain()).listenAt(place.http(), place.second());
    List<String> deployments =
        applications.entrySet().stream().map(it -> deploy(it.getKey(), it.getValue())).toList();
    Path boot = Files.write(place.base().resolve("deploy.asadmin"), deployments);
    return PayaraDomain.asadmin(
        place.home(),
        "start-domain",
        "--verbose",
        "--domaindir",
        place.base().toString(),
        "--postbootcommandfile",
        boot.toString(),
        "domain");
  }

  /** The server writes to its console what came of each command that it was given. */
  @Override
  public void awaitDeployed(ServerProcess process, Map<String, Path> applications) {
    process.awaitDeployed(
        String.join(", ", applications.keySet()),
        () -> {
          String console = process.console();
          if (console.contains(REFUSED)) {
            throw new ServerFailedException("Payara refused an application", console);
          }
          return console.split(DEPLOYED, -1).length > applications.size();
        });
  }

  /** The server looks into a folder, and answers a WAR there with a file beside it. */
  @Override
  public void deploy(ServerProcess process, Path war) throws IOException {
    String file = war.getFileName().toString();
    Path scanned = domain().resolve("autodeploy");
    Path deployed = scanned.resolve(file + "_deployed");
    Path failed = scanned.resolve(file + "_deployFailed");
    Files.copy(war, scanned.resolve(file));
    process.awaitDeployed(
        file,
        () -> {
          if (Files.exists(failed)) {
            throw new ServerFailedException(file + " was not deployed", process.console());
          }
          return Files.exists(deployed);
        });
  }

  private Path domain() {
    return place.base().resolve("domain");
  }

  private static String deploy(String file, Path application) {
    String named = "deploy --name " + Distribution.name(file);
    return file.endsWith(".ear")
        ? named + " " + application
        : named + " --contextroot " + Distribution.contextPath(file) + " " + application;
  }
}
