package io.github.clerkjakarta.benchmarks;

import io.github.clerkjakarta.ClerkRequest;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how much heap a remembered token takes, and what a request costs when so many sessions
 * take turns: below the bound of what is remembered, at it, and beyond it.
 */
final class RememberedTokens {

  private static final int BOUND = 10_000;
  private static final List<Integer> SESSIONS = List.of(1_000, BOUND, 2 * BOUND);
  private static final int ROUNDS = 30;
  private static final int COLLECTIONS = 4;

  private RememberedTokens() {}

  /**
   * Measures; takes no arguments.
   *
   * @throws GeneralSecurityException when the JDK has no RSA
   */
  public static void main(String[] arguments) throws GeneralSecurityException {
    SignedSessionTokens tokens = SignedSessionTokens.sign(2 * BOUND);
    System.out.printf(
        "%s, tokens of %d characters.%n%n", Machine.words(), tokens.token(0).length());
    System.out.print("| tokens | heap, bytes each | heap, all |\n| --- | --- | --- |\n");
    // What is loaded once and for all is no token's.
    heap(tokens, BOUND);
    for (int sessions : SESSIONS) {
      long bytes = heap(tokens, sessions);
      System.out.printf(
          "| %,d | %,d | %.1f MB |%n", sessions, bytes / sessions, bytes / 1_000_000.0);
    }
    System.out.println();
    System.out.print(CostTable.of(costs(tokens)));
  }

  private static long heap(SignedSessionTokens tokens, int sessions) {
    long before = used();
    try (Authentication authentication = new Authentication(tokens.pem())) {
      for (int i = 0; i < sessions; i++) {
        ClerkRequest request = authentication.request(Carrier.BEARER, tokens.token(i));
        if (!authentication.receive(request)) {
          throw new IllegalStateException("A token was refused.");
        }
      }
      return used() - before;
    }
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static List<Cost> costs(SignedSessionTokens tokens) throws GeneralSecurityException {
    List<Requests<ClerkRequest>> workloads = new ArrayList<>();
    for (int sessions : SESSIONS) {
      workloads.add(Requests.inTurns(sessions, Carrier.BEARER, tokens, Authentication::new));
    }
    workloads.add(
        Requests.neverSeen("authenticate()", Carrier.BEARER, tokens, Authentication::new));
    try {
      PairedMeasurement measurement =
          new PairedMeasurement(new BareVerification(tokens), workloads);
      measurement.warmUp(Duration.ofSeconds(1));
      return measurement.measure(ROUNDS);
    } finally {
      workloads.forEach(Requests::close);
    }
  }
}
