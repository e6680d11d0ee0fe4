package io.github.clerkjakarta.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clerkjakarta.benchmarks.Suite.Case;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A request")
class RequestCostTest {

  private static final int ATTEMPTS = 3;
  private static final int ROUNDS = 15;

  /**
   * What a machine may differ by: RSA is not equally fast on all, compared with the rest. A token
   * never seen is nearly all RSA.
   */
  private static final double LEEWAY_SEEN = 3;

  private static final double LEEWAY_NEVER_SEEN = 1.5;
  private static final double LEEWAY_BYTES = 1.5;

  @Test
  @DisplayName("costs no more than promised, at the engine and through the whole filter")
  void cost() throws GeneralSecurityException {
    Quiet.down();
    SignedSessionTokens tokens = SignedSessionTokens.sign(512);
    try (Suite suite = new Suite(tokens)) {
      Workload unit = new BareVerification(tokens);
      warmUp(unit, suite.cases());
      List<Case> dear = suite.cases();
      List<Cost> costs = List.of();
      // A busy machine spoils a measurement now and then, but never makes a slow thing fast.
      for (int i = 0; i < ATTEMPTS && !dear.isEmpty(); i++) {
        costs = measure(unit, dear);
        dear = tooDear(dear, costs);
      }
      assertThat(dear).as("of these, %s", costs).extracting(it -> it.requests().name()).isEmpty();
    }
  }

  private static void warmUp(Workload unit, List<Case> cases) {
    measurement(unit, cases).warmUp(Duration.ofMillis(500));
  }

  private static List<Cost> measure(Workload unit, List<Case> cases) {
    return measurement(unit, cases).measure(ROUNDS);
  }

  private static PairedMeasurement measurement(Workload unit, List<Case> cases) {
    return new PairedMeasurement(unit, cases.stream().map(Case::requests).toList());
  }

  private static List<Case> tooDear(List<Case> cases, List<Cost> costs) {
    return IntStream.range(0, cases.size())
        .filter(i -> !keeps(cases.get(i).promise(), costs.get(i)))
        .mapToObj(cases::get)
        .toList();
  }

  private static boolean keeps(Promise promise, Cost cost) {
    double leeway = promise.ratio() < 1 ? LEEWAY_SEEN : LEEWAY_NEVER_SEEN;
    return cost.ratio() <= leeway * promise.ratio()
        && cost.bytes() <= LEEWAY_BYTES * promise.bytes();
  }
}
