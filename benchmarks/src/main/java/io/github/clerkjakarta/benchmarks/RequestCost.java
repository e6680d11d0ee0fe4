package io.github.clerkjakarta.benchmarks;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;

/** Prints what authenticating a request costs, beside peers. */
public final class RequestCost {

  private static final int TOKENS = 1024;
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final int ROUNDS = 100;

  private RequestCost() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws GeneralSecurityException {
    SessionTokens tokens = SessionTokens.sign(TOKENS);
    try (Authentication bearerSeen = Authentication.seenBefore(Carrier.BEARER, tokens);
        Authentication bearerNew = Authentication.neverSeen(Carrier.BEARER, tokens);
        Authentication cookiesSeen = Authentication.seenBefore(Carrier.COOKIES, tokens);
        Authentication cookiesNew = Authentication.neverSeen(Carrier.COOKIES, tokens)) {
      PairedMeasurement measurement =
          new PairedMeasurement(
              new BareVerification(tokens),
              List.of(
                  bearerSeen,
                  cookiesSeen,
                  bearerNew,
                  cookiesNew,
                  new NimbusProcessor(tokens),
                  new ClerkHelper(Carrier.BEARER, tokens),
                  new ClerkHelper(Carrier.COOKIES, tokens)));
      measurement.warmUp(WARM_UP);
      print(measurement.measure(ROUNDS));
    }
  }

  private static void print(List<Cost> costs) {
    System.out.printf(
        "Time of one call in units of one bare RSA-2048 verification (median of %d rounds),%n"
            + "and what it allocates. Java %s, %d processors.%n%n",
        ROUNDS, System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
    for (Cost cost : costs) {
      System.out.printf("%-62s %6.3f %8d bytes%n", cost.name(), cost.ratio(), cost.bytes());
    }
  }
}
