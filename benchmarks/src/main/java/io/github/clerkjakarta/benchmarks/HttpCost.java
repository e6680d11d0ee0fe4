package io.github.clerkjakarta.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what the filter adds to the processor time that a server uses for a request over HTTP.
 * Each server serves the same application with the filter and without it, in one process; the load
 * goes to one and then to the other, many times, and each such pair makes a ratio.
 */
final class HttpCost {

  private static final int WARM_UP_REQUESTS = 40_000;
  private static final int REQUESTS = 8_000;
  private static final int PAIRS = 11;
  private static final Duration ONE_LOAD = Duration.ofSeconds(1);

  /** However slow the machine is, no load lasts longer. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private final ServerProcess server;
  private final Path script;

  private HttpCost(ServerProcess server, Path script) {
    this.server = server;
    this.script = script;
  }

  /**
   * Measures; takes no arguments.
   *
   * @throws GeneralSecurityException when the JDK has no RSA
   * @throws IOException when a server can't start, or gives a wrong answer
   */
  public static void main(String[] arguments) throws GeneralSecurityException, IOException {
    if (!Wrk.isInstalled()) {
      System.err.println("This measurement needs wrk: apt-get install wrk.");
      System.exit(1);
    }
    SignedSessionTokens tokens = SignedSessionTokens.sign(Wrk.SESSIONS);
    System.out.printf(
        "%s, median of %d pairs of loads of %,d requests.%n%n", Machine.words(), PAIRS, REQUESTS);
    System.out.println("| server | request | with the filter, by without | from … to |");
    System.out.println("| --- | --- | --- | --- |");
    for (MeasuredServer kind : MeasuredServer.values()) {
      for (Carrier carrier : List.of(Carrier.BEARER, Carrier.COOKIE_TWINS)) {
        Path script = Wrk.script(carrier, tokens);
        try (ServerProcess server = ServerProcess.start(kind, tokens.pem())) {
          List<Double> ratios = new HttpCost(server, script).ratios();
          System.out.printf(
              "| %s | %s | %.3f | %.3f … %.3f |%n",
              kind.words(),
              carrier.words(),
              ratios.get(PAIRS / 2),
              ratios.get(0),
              ratios.get(PAIRS - 1));
        } finally {
          Files.delete(script);
        }
      }
    }
  }

  /** In ascending order. */
  private List<Double> ratios() throws IOException {
    microseconds(MeasuredServer.FILTERED, WARM_UP_REQUESTS);
    microseconds(MeasuredServer.BARE, WARM_UP_REQUESTS);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      // Who goes first changes, so that a machine that becomes slower favours nobody.
      if (i % 2 == 0) {
        double filtered = microseconds(MeasuredServer.FILTERED, REQUESTS);
        ratios.add(filtered / microseconds(MeasuredServer.BARE, REQUESTS));
      } else {
        double bare = microseconds(MeasuredServer.BARE, REQUESTS);
        ratios.add(microseconds(MeasuredServer.FILTERED, REQUESTS) / bare);
      }
    }
    return ratios.stream().sorted().toList();
  }

  /** The server's processor time for one of at least so many requests. */
  private double microseconds(String path, int enough) throws IOException {
    Instant end = Instant.now().plus(MOST);
    Duration before = server.processorTime();
    long requests = 0;
    while (requests < enough && Instant.now().isBefore(end)) {
      requests += Wrk.run(script, server.port(), path, ONE_LOAD);
    }
    return server.processorTime().minus(before).toNanos() / 1000.0 / requests;
  }
}
