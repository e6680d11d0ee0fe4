package io.github.clerkjakarta.security.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployer;

/**
 * The servers of the default build, as shipped or with a configuration of their own. The build says
 * which one this run is on.
 */
enum Server {
  WILDFLY("WildFly", "standalone/log/server.log"),
  WILDFLY_CHANGED("WildFly with changed security", "standalone/log/server.log"),
  PAYARA("Payara", "glassfish/domains/domain1/logs/server.log"),
  LIBERTY("Open Liberty", LibertyServer.LOG);

  private final String product;
  private final String log;

  Server(String product, String log) {
    this.product = product;
    this.log = log;
  }

  static Server ofThisRun() {
    return valueOf(property("arquillian.launch").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  static Path home() {
    return Path.of(property("server.home"));
  }

  /** Where the server writes its log. */
  Path log() {
    return home().resolve(log);
  }

  /** Chooses free ports of the loopback interface and says them to the server and to Arquillian. */
  ServerAddress prepare() {
    List<Integer> ports = Ports.free(3);
    int http = ports.get(0);
    int management = ports.get(1);
    System.setProperty("server.http", "" + http);
    System.setProperty("server.management", "" + management);
    switch (this) {
      case WILDFLY -> {
        RealmUser.addToWildFly(home());
        listenAt(http, management, ports.get(2));
      }
      case WILDFLY_CHANGED -> {
        new WildFlyConfiguration(home()).change();
        listenAt(http, management, ports.get(2));
      }
      case PAYARA -> {
        RealmUser.addToPayara(home());
        PayaraDomain domain = PayaraDomain.in(home());
        domain.listenAt(http, management);
        domain.keepOneLog();
      }
      case LIBERTY -> new LibertyServer(home()).listenAt(http, ports.get(2));
    }
    return new ServerAddress(http);
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
