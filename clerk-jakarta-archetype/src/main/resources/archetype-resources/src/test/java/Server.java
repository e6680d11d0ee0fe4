package ${package};

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server with the application, as a process of its own; it ends with this JVM at the latest. */
final class Server implements AutoCloseable {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path WAR = TARGET.resolve("ROOT.war");
  private static final Path LOG = TARGET.resolve("server.log");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final long SECONDS = 180;

  private final Process process;
  private final int port;

  private Server(Process process, int port) {
    this.process = process;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
  }

  /** Starts the server that {@code -Dserver} names, and waits until it answers. */
  static Server start(String name, int port, Map<String, String> environment) throws Exception {
    new ServerSocket(port).close(); // fails where another server has the port
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        switch (name) {
          case "tomcat" -> tomcat(TARGET.resolve("apache-tomcat-10.1.59"), port);
          case "wildfly" -> wildfly(TARGET.resolve("wildfly-39.0.1.Final"), port);
          case "payara" -> payara(port);
          case "liberty" -> liberty(TARGET.resolve("wlp"), port);
          default ->
              throw new IllegalArgumentException(
                  "-Dserver is tomcat, wildfly, payara or liberty");
        });
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(LOG.toFile());
    builder.environment().putAll(environment);
    Server server = new Server(builder.start(), port);
    server.awaitAnswer();
    return server;
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String address() {
    return "http://localhost:" + port;
  }

  /** Waits until the server ends. */
  void join() throws InterruptedException {
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
  }

  private void awaitAnswer() throws Exception {
    long deadline = System.nanoTime() + SECONDS * 1_000_000_000;
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("The application doesn't start; see " + LOG);
      }
      Thread.sleep(200);
    }
  }

  private boolean answers() throws InterruptedException {
    HttpRequest start = HttpRequest.newBuilder(URI.create(address() + "/")).build();
    try {
      return CLIENT.send(start, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> tomcat(Path home, int port) throws IOException {
    Files.createDirectories(home.resolve("webapps-of-tests"));
    return List.of(
        "-Dcatalina.home=" + home,
        "-Dhttp.port=" + port,
        "-Dwar=" + WAR,
        "-cp",
        home.resolve("bin/bootstrap.jar") + System.getProperty("path.separator")
            + home.resolve("bin/tomcat-juli.jar"),
        "org.apache.catalina.startup.Bootstrap",
        "-config",
        Path.of("src/test/tomcat/server.xml").toAbsolutePath().toString(),
        "start");
  }

  private static List<String> wildfly(Path home, int port) throws IOException {
    Files.copy(
        WAR,
        home.resolve("standalone/deployments/ROOT.war"),
        StandardCopyOption.REPLACE_EXISTING);
    return List.of(
        "-jar",
        home.resolve("jboss-modules.jar").toString(),
        "-mp",
        home.resolve("modules").toString(),
        "org.jboss.as.standalone",
        "-Djboss.home.dir=" + home,
        "-Djboss.http.port=" + port,
        "-Djboss.https.port=0",
        "-Djboss.management.http.port=0");
  }

  private static List<String> payara(int port) {
    return List.of(
        "-jar",
        TARGET.resolve("payara-micro.jar").toString(),
        "--nocluster",
        "--port",
        String.valueOf(port),
        "--contextroot",
        "/",
        "--deploy",
        WAR.toString());
  }

  private static List<String> liberty(Path home, int port) throws IOException {
    Path server = Files.createDirectories(home.resolve("usr/servers/application"));
    Files.copy(
        Path.of("src/test/liberty/server.xml"),
        server.resolve("server.xml"),
        StandardCopyOption.REPLACE_EXISTING);
    return List.of(
        "@" + home.resolve("lib/platform/java/java9.options"),
        "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
        "-jar",
        home.resolve("bin/tools/ws-server.jar").toString(),
        "application",
        "--",
        "--http.port=" + port,
        "--war=" + WAR);
  }
}
