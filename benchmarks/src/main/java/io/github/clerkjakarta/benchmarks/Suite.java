package io.github.clerkjakarta.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The library's own workloads: the engine and the whole filter, for each way to carry a token. */
final class Suite implements AutoCloseable {

  private final List<Case> cases = new ArrayList<>();

  /**
   * One of them.
   *
   * @param requests the workload
   * @param promise what it may cost
   */
  record Case(Requests<?> requests, Promise promise) {}

  Suite(SignedSessionTokens tokens) {
    for (Carrier carrier : Carrier.values()) {
      double seen = carrier == Carrier.BEARER ? 0.012 : 0.022;
      add("authenticate()", carrier, tokens, Authentication::new, seen);
    }
    for (Carrier carrier : Carrier.values()) {
      double seen = carrier == Carrier.BEARER ? 0.025 : 0.035;
      add("doFilter()", carrier, tokens, Filtering::new, seen);
    }
  }

  private <R> void add(
      String what,
      Carrier carrier,
      SignedSessionTokens tokens,
      Function<String, Recipient<R>> opening,
      double seen) {
    double neverSeen = carrier == Carrier.BEARER ? 1.07 : 1.08;
    cases.add(new Case(Requests.seenBefore(what, carrier, tokens, opening), Promise.seen(seen)));
    cases.add(
        new Case(Requests.neverSeen(what, carrier, tokens, opening), Promise.neverSeen(neverSeen)));
  }

  List<Case> cases() {
    return List.copyOf(cases);
  }

  @Override
  public void close() {
    cases.forEach(it -> it.requests().close());
  }
}
