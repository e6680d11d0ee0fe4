package io.github.clerkjakarta.sample.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One life of an unmodified server on 127.0.0.1, which ends with this JVM at the latest. */
public interface Server extends AutoCloseable {

  /** What {@link #start} knows, by the names that {@code -Dserver=…} takes. */
  List<String> NAMES = List.of("wildfly", "payara", "liberty", "glassfish");

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
  static Server start(
      String name,
      Path base,
      int port,
      Map<String, String> environment,
      Map<String, Path> applications) {
    Path home =
        Optional.ofNullable(System.getProperty(name + ".home"))
            .map(Path::of)
            .orElseThrow(() -> new IllegalStateException(name + ".home isn't set"));
    return switch (name) {
      case "wildfly" -> WildFly.start(home, base, port, environment, applications);
      case "payara" -> Payara.start(home, base, port, environment, applications);
      case "liberty" -> OpenLiberty.start(home, base, port, environment, applications);
      case "glassfish" -> GlassFish.start(home, base, port, environment, applications);
      default -> throw new IllegalArgumentException("no such server: " + name);
    };
  }

  /** The port of the applications. */
  int port();

  /**
   * Deploys one more WAR, at the name of its file, and waits until the server has taken it.
   *
   * @throws ServerFailedException when the server refuses it; the message says why
   */
  void deploy(Path war);

  /** Returns when the server has ended by itself. */
  int waitFor() throws InterruptedException;

  /** Ends the server and returns when it has ended. */
  @Override
  void close();
}
