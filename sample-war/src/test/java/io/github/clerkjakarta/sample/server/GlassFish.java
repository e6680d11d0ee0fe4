package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * GlassFish, to which applications are handed by its own {@code asadmin deploy}, from a fresh copy
 * of the distribution's domain, with its listeners moved.
 */
record GlassFish(Place place) implements Distribution {

  private static final String STARTED = "startup time";

  @Override
  public List<String> prepare(Map<String, Path> applications) throws IOException {
    PayaraDomain.copied(place.home(), place.base().resolve("domain"))
        .listenAt(place.http(), place.second());
    return PayaraDomain.asadmin(
        place.home(),
        "start-domain",
        "--verbose",
        "--domaindir",
        place.base().toString(),
        "domain");
  }

  @Override
  public void awaitDeployed(ServerProcess process, Map<String, Path> applications) {
    process.awaitDeployed("the domain", () -> process.console().contains(STARTED));
    applications.forEach((file, archive) -> deploy(process, file, archive));
  }

  @Override
  public void deploy(ServerProcess process, Path war) {
    deploy(process, war.getFileName().toString(), war);
  }

  private void deploy(ServerProcess process, String file, Path archive) {
    List<String> command =
        PayaraDomain.asadmin(
            place.home(),
            "--port",
            "" + place.second(),
            "deploy",
            "--name",
            Distribution.name(file),
            "--contextroot",
            Distribution.contextPath(file),
            archive.toString());
    try {
      Process deployment = new ProcessBuilder(command).redirectErrorStream(true).start();
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
}
