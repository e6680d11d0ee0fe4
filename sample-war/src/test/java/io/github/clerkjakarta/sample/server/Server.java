package io.github.clerkjakarta.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One life of an unmodified server on 127.0.0.1, which ends with this JVM at the latest. */
public final class Server implements AutoCloseable {

  private static final Map<String, Function<Place, Distribution>> DISTRIBUTIONS =
      new LinkedHashMap<>();

  static {
    DISTRIBUTIONS.put("wildfly", WildFly::new);
    DISTRIBUTIONS.put("payara", Payara::new);
    DISTRIBUTIONS.put("liberty", OpenLiberty::new);
    DISTRIBUTIONS.put("glassfish", GlassFish::new);
  }

  /** What {@link #start} knows, by the names that {@code -Dserver=…} takes. */
  public static final List<String> NAMES = List.copyOf(DISTRIBUTIONS.keySet());

  private final Distribution distribution;
  private final ServerProcess process;
  private final int port;

  private Server(Distribution distribution, ServerProcess process, int port) {
    this.distribution = distribution;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server and waits until everything is deployed. The system property {@code
   * wildfly.home}, or that of the other server's name, says where its distribution is.
   *
   * @param name which server, one of {@link #NAMES}
   * @param base where everything is written that the server writes
   * @param port the port of the applications; 0 for any free one
   * @param environment variables of the server, in place of every CLERK_… variable of this JVM
   * @param applications WARs and EARs by file name: {@code ROOT.war} at {@code /}, other WARs at
   *     their name
   * @throws ServerFailedException when the server or an application doesn't start
   */
  public static Server start(
      String name,
      Path base,
      int port,
      Map<String, String> environment,
      Map<String, Path> applications) {
    Path home =
        Optional.ofNullable(System.getProperty(name + ".home"))
            .map(Path::of)
            .orElseThrow(() -> new IllegalStateException(name + ".home isn't set"));
    Place place = Place.of(home, base, port);
    Distribution distribution = DISTRIBUTIONS.get(name).apply(place);
    try {
      Folders.delete(base);
      List<String> command = distribution.prepare(applications);
      ServerProcess process =
          ServerProcess.start(command, environment, base.resolve("console.log"));
      Server server = new Server(distribution, process, place.http());
      try {
        distribution.awaitDeployed(process, applications);
      } catch (RuntimeException e) {
        server.close();
        throw e;
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port of the applications. */
  public int port() {
    return port;
  }

  /**
   * Deploys one more WAR, at the name of its file, and waits until the server has taken it.
   *
   * @throws ServerFailedException when the server refuses it; the message says why
   */
  public void deploy(Path war) {
    try {
      distribution.deploy(process, war);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when the server has ended by itself. */
  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends the server and returns when it has ended. */
  @Override
  public void close() {
    process.end();
  }
}
