package io.github.clerkjakarta.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Prints what a request costs, beside peers, and draws it. */
public final class RequestCost {

  private static final int TOKENS = 1024;
  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final int ROUNDS = 60;

  private RequestCost() {}

  /**
   * Measures.
   *
   * @param arguments the file for the picture
   * @throws GeneralSecurityException when the JDK has no RSA
   * @throws IOException when the picture can't be written
   */
  public static void main(String[] arguments) throws GeneralSecurityException, IOException {
    Quiet.down();
    SignedSessionTokens tokens = SignedSessionTokens.sign(TOKENS);
    try (Suite suite = new Suite(tokens)) {
      List<Workload> workloads = new ArrayList<>();
      suite.cases().forEach(it -> workloads.add(it.requests()));
      workloads.add(
          Requests.seenBefore("no filter", Carrier.COOKIE_TWINS, tokens, pem -> new Unfiltered()));
      workloads.add(new NimbusProcessor(tokens));
      workloads.add(new ClerkHelper(Carrier.BEARER, tokens));
      workloads.add(new ClerkHelper(Carrier.COOKIE_TWINS, tokens));
      PairedMeasurement measurement =
          new PairedMeasurement(new BareVerification(tokens), workloads);
      measurement.warmUp(WARM_UP);
      List<Cost> costs = measurement.measure(ROUNDS);
      System.out.printf("%s, median of %d rounds.%n%n", Machine.words(), ROUNDS);
      System.out.print(CostTable.of(costs));
      new BarChart(
              "Time of a request, in units of one bare RSA-2048 verification",
              costs.stream().map(cost -> new BarChart.Bar(cost.name(), cost.ratio())).toList())
          .write(Path.of(arguments[0]));
    }
  }
}
