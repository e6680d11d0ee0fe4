package io.github.clerkjakarta.sample.server;

import io.github.clerkjakarta.sample.SatelliteWar;
import io.github.clerkjakarta.sample.TestWar;
import io.github.clerkjakarta.testkit.LocalClerk;
import io.github.clerkjakarta.testkit.Person;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs the sample until Ctrl-C: on one of the servers of {@link Server#NAMES}, with LocalClerk, or
 * with Clerk itself when its two keys are in the environment.
 */
public final class RunSample {

  private static final List<String> KEYS = List.of("CLERK_PUBLISHABLE_KEY", "CLERK_SECRET_KEY");

  /** Where Clerk's webhooks come in, for the inbox. */
  private static final String WEBHOOKS = "/webhooks/clerk";

  private static final String NAME = System.getProperty("server", "wildfly");

  private RunSample() {}

  /**
   * Reads the system properties {@code server} (the name of one, {@code wildfly} if none is said),
   * {@code port} (8080) and {@code clerk.port} (4000).
   */
  public static void main(String[] arguments) throws InterruptedException {
    refuse(
        !Server.NAMES.contains(NAME),
        "-Dserver=%s: choose one of %s".formatted(NAME, String.join(", ", Server.NAMES)));
    int port = Integer.getInteger("port", 8080);
    int clerkPort = Integer.getInteger("clerk.port", 4000);
    List<String> keys = KEYS.stream().filter(key -> System.getenv(key) != null).toList();
    refuse(keys.size() == 1, "Set both %s and %s, or neither.".formatted(KEYS.toArray()));
    refuseTaken(port, "port", port + 1);
    if (keys.isEmpty()) {
      refuseTaken(clerkPort, "clerk.port", clerkPort + 1);
      runWithLocalClerk(port, clerkPort);
    } else {
      runWithClerk(port);
    }
  }

  private static void runWithLocalClerk(int port, int clerkPort) throws InterruptedException {
    try (LocalClerk clerk =
        LocalClerk.builder()
            .port(clerkPort)
            .authorizedParty(address(port))
            .clerkJs(property("clerk.js"))
            .webhooks(address(port) + WEBHOOKS)
            .start()) {
      run(
          port,
          withProxyPath(clerk.environment()),
          pair(port),
          """
          LocalClerk plays Clerk at %s. Sign in as
            %s
            %s
          Choose an organization at %s/organization?redirect_url=%s/invoices
          What happens to them comes by webhook into the inbox, for admins: %s/inbox
          The same application as a satellite, on another domain: http://%s:%d/satellite/\
          """
              .formatted(
                  clerk.proxyUrl(),
                  credentials(Person.ADA),
                  credentials(Person.BEN),
                  clerk.proxyUrl(),
                  address(port),
                  address(port),
                  SatelliteWar.HOST,
                  port));
    }
  }

  private static void runWithClerk(int port) throws InterruptedException {
    run(
        port,
        clerkVariables(),
        Map.of("ROOT.war", property("sample.war")),
        "Clerk is asked, with the keys from the environment.");
  }

  /** The sample, and a copy of it on a domain of its own. */
  private static Map<String, Path> pair(int port) {
    Path copies = property("sample.target").resolve("run-wars");
    TestWar primary = TestWar.of(property("sample.war"), copies.resolve("ROOT.war"));
    TestWar satellite = TestWar.of(property("sample.war"), copies.resolve("satellite.war"));
    Map<String, Path> wars = new LinkedHashMap<>();
    wars.put("ROOT.war", SatelliteWar.primary(primary, port, "/satellite/").file());
    wars.put("satellite.war", SatelliteWar.satellite(satellite, port, address(port)).file());
    return wars;
  }

  private static void run(
      int port, Map<String, String> environment, Map<String, Path> wars, String about)
      throws InterruptedException {
    System.out.printf("Starting %s …%n", NAME);
    Path base = property("sample.target").resolve("run");
    try (Server server = Server.start(NAME, base, port, withWebhooks(environment), wars)) {
      System.out.printf(
          "%nOpen %s in a browser.%n%n%s%n%nCtrl-C stops everything.%n", address(port), about);
      server.waitFor();
    } catch (ServerFailedException e) {
      refuse(true, e.getMessage());
    }
  }

  /** LocalClerk by the address at which its API keys work: see docs/developing-offline.md. */
  private static Map<String, String> withProxyPath(Map<String, String> environment) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.computeIfPresent("CLERK_PROXY_URL", (name, address) -> address + "/__clerk");
    return all;
  }

  /** Where Clerk's signature can be checked, webhooks are received. */
  private static Map<String, String> withWebhooks(Map<String, String> environment) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    if (all.containsKey("CLERK_WEBHOOK_SIGNING_SECRET")) {
      all.putIfAbsent("CLERK_WEBHOOKS_PATH", WEBHOOKS);
    }
    return all;
  }

  private static Map<String, String> clerkVariables() {
    return System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("CLERK_"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String credentials(Person person) {
    return "%s, password %s".formatted(person.emailAddress(), person.password());
  }

  private static String address(int port) {
    return "http://localhost:" + port;
  }

  private static Path property(String name) {
    return Path.of(
        Optional.ofNullable(System.getProperty(name))
            .orElseThrow(() -> new IllegalStateException(name + " isn't set; start with Maven")));
  }

  private static void refuseTaken(int port, String property, int other) {
    refuse(
        Ports.isTaken(port),
        "Port %d is taken; choose another with -D%s=%d".formatted(port, property, other));
  }

  private static void refuse(boolean wrong, String sentence) {
    if (wrong) {
      System.err.println(sentence);
      System.exit(1);
    }
  }
}
