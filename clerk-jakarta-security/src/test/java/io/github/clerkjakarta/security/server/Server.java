package io.github.clerkjakarta.security.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;

/** The servers of this module's build, each as shipped or with a configuration of its own. */
enum Server {
  WILDFLY("WildFly", "standalone/log/server.log"),
  WILDFLY_CHANGED("WildFly", "standalone/log/server.log"),
  WILDFLY_PREVIEW("WildFly Preview", "standalone/log/server.log"),
  PAYARA("Payara", PayaraDomain.LOG),
  PAYARA7("Payara", PayaraDomain.LOG),
  PAYARA_MICRO("Payara Micro", "server.log"),
  GLASSFISH("GlassFish", PayaraDomain.LOG),
  GLASSFISH8("GlassFish", PayaraDomain.LOG),
  LIBERTY("Open Liberty", LibertyServer.LOG);

  private static final Set<Server> OF_GLASSFISH =
      EnumSet.of(PAYARA, PAYARA7, PAYARA_MICRO, GLASSFISH, GLASSFISH8);

  private static final Set<Server> OF_WILDFLY =
      EnumSet.of(WILDFLY, WILDFLY_CHANGED, WILDFLY_PREVIEW);

  private static final Set<Server> OF_JAKARTA_EE_11 =
      EnumSet.of(WILDFLY_PREVIEW, PAYARA7, GLASSFISH8);

  private final String product;
  private final String log;

  Server(String product, String log) {
    this.product = product;
    this.log = log;
  }

  static Server ofThisRun() {
    return valueOf(property("server.id").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The one folder in which the build has unpacked this run's server, or its one jar. */
  static Path home() {
    String folder = property("server.id").replace("-changed", "");
    try (Stream<Path> unpacked = Files.list(Path.of(property("servers.home"), folder))) {
      return unpacked
          .filter(it -> Files.isDirectory(it) || it.toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this is GlassFish or a server that is made of it. */
  boolean isGlassFish() {
    return OF_GLASSFISH.contains(this);
  }

  boolean isWildFly() {
    return OF_WILDFLY.contains(this);
  }

  boolean isOfJakartaEe11() {
    return OF_JAKARTA_EE_11.contains(this);
  }

  /** Where the server writes its log. */
  Path log() {
    return this == PAYARA_MICRO ? home().resolveSibling(log) : home().resolve(log);
  }

  /** Chooses free ports of the loopback interface and says them to the server and to Arquillian. */
  ServerAddress prepare() {
    List<Integer> ports = Ports.free(3);
    int http = ports.get(0);
    int management = ports.get(1);
    System.setProperty("arquillian.launch", container());
    System.setProperty("server.home", "" + home());
    System.setProperty("server.http", "" + http);
    System.setProperty("server.https", "" + ports.get(2));
    System.setProperty("server.management", "" + management);
    switch (this) {
      case WILDFLY, WILDFLY_PREVIEW -> {
        RealmUser.addToWildFly(home());
        listenAt(http, management, ports.get(2));
      }
      case WILDFLY_CHANGED -> {
        new WildFlyConfiguration(home()).change();
        listenAt(http, management, ports.get(2));
      }
      case PAYARA, PAYARA7, GLASSFISH, GLASSFISH8 -> {
        RealmUser.addToPayara(home());
        PayaraDomain domain = PayaraDomain.in(home());
        domain.listenAt(http, management);
        domain.keepOneLog();
      }
      case PAYARA_MICRO ->
          System.setProperty("server.options", "--port %d --logtofile %s".formatted(http, log()));
      case LIBERTY -> new LibertyServer(home()).listenAt(http, ports.get(2));
    }
    return new ServerAddress(http);
  }

  /** Whether it has MicroProfile Health as it is set up here. */
  boolean hasHealth() {
    return this == PAYARA || this == LIBERTY;
  }

  /** Whether an application can be deployed. */
  boolean starts(String name, Deployer deployer) {
    if (this == LIBERTY) {
      return new LibertyServer(home()).starts(name, deployer.getDeployment(name));
    }
    try {
      deployer.deploy(name);
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  /** Its name in arquillian.xml. */
  private String container() {
    return switch (this) {
      case WILDFLY_PREVIEW -> "wildfly";
      case PAYARA7 -> "payara";
      case GLASSFISH8 -> "glassfish";
      default -> property("server.id");
    };
  }

  private static void listenAt(int http, int management, int https) {
    System.setProperty(
        "server.options",
        "-Xmx512m -Djboss.bind.address=127.0.0.1 -Djboss.http.port=%d".formatted(http)
            + " -Djboss.management.http.port=%d -Djboss.https.port=%d"
                .formatted(management, https));
  }

  /** The product with its version. */
  @Override
  public String toString() {
    return product + " " + property("server.version");
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("Run by mvn verify, which sets -D" + name);
    }
    return value;
  }
}
