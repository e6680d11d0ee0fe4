package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.conformance.Differences.Replay;
import io.github.clerkjakarta.conformance.KeyHistories.History;
import java.util.ArrayList;
import java.util.List;

/**
 * What the judge says of one call.
 *
 * @param differences the ids of the differences on purpose that it was judged by
 * @param mismatches what isn't as it should be
 */
record CallVerdict(List<String> differences, List<Mismatch> mismatches) {

  /**
   * Judges an outcome: by upstream's answer, or by what a difference says instead.
   *
   * @param keys what happened to the key set before
   * @param replay this project's own answers to other calls
   */
  static CallVerdict of(Vector.Call call, Outcome outcome, History keys, Replay replay) {
    List<Mismatch> found = StateComparison.compare(call.expected(), outcome);
    Differences.Answer answer = Differences.answer(call, keys, replay);
    if (answer.differs() && !(answer.isOptional() && found.isEmpty())) {
      List<Mismatch> foundByRule = StateComparison.compare(answer.expected(), outcome);
      if (found.isEmpty() && foundByRule.isEmpty()) {
        return new CallVerdict(List.of(), List.of());
      }
      foundByRule.addAll(wrongWay(call, answer, outcome));
      return new CallVerdict(answer.ids(), foundByRule);
    }
    if (!found.isEmpty() && keys.isBehind()) {
      // what upstream fetched in a step that a rule left out can't be made up for here
      return new CallVerdict(List.of(Differences.UNKNOWN_KEYS), moreGenerous(call, outcome));
    }
    return new CallVerdict(List.of(), found);
  }

  private static List<Mismatch> moreGenerous(Vector.Call call, Outcome outcome) {
    boolean signedIn = outcome.state().filter(RequestState.SignedIn.class::isInstance).isPresent();
    return signedIn && !Values.equal(call.expected().get("status"), "signed-in")
        ? List.of(new Mismatch("status", "nobody, as upstream", "signed-in"))
        : List.of();
  }

  /** A difference is never more generous: the one promise that no table may break. */
  private static List<Mismatch> wrongWay(
      Vector.Call call, Differences.Answer answer, Outcome outcome) {
    if (answer.ids().contains(Differences.FOREIGN_SATELLITE)) {
      return List.of();
    }
    List<Mismatch> mismatches = new ArrayList<>();
    if (!answer.ids().contains(Differences.STALE_KEYS)) {
      mismatches.addAll(moreGenerous(call, outcome));
    }
    int callsUpstream = Values.list(call.expected().get("backendCalls")).size();
    if (outcome.backendCalls().size() > callsUpstream) {
      mismatches.add(
          new Mismatch("backendCalls", callsUpstream + " at most", outcome.backendCalls()));
    }
    return mismatches;
  }
}
