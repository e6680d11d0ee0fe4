package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.conformance.KeyHistories.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where this project answers differently on purpose, and what it answers then. Each difference is a
 * rule about the request, by the id of the fault it guards against, and has its line in
 * docs/differences.md.
 */
final class Differences {

  /** One that may sign somebody in where upstream doesn't: through an outage. */
  static final String STALE_KEYS = "K1";

  /**
   * One where upstream sends a request away before it has looked at the session: what then becomes
   * of it upstream doesn't say.
   */
  static final String FOREIGN_SATELLITE = "R11";

  /** The one whose consequences may last for the rest of a sequence. */
  static final String UNKNOWN_KEYS = "K9";

  /** In the order in which they apply; a later one sees the answer of the earlier. */
  static final List<Difference> TABLE =
      List.of(
          new Difference("J9", TokenDifferences::stumble),
          new Difference("J31", TokenDifferences::padding),
          new Difference("J6", TokenDifferences::critical),
          new Difference("J13", TokenDifferences::dateOutOfRange),
          new Difference("J16", TokenDifferences::emptySubject),
          new Difference("J26", TokenDifferences::malformedClaim),
          new Difference("S9", TokenDifferences::malformedFactorAge),
          new Difference("C13", FlowDifferences::redirectCounter),
          new Difference("H5", AddressDifferences::containersPort),
          new Difference("H6", AddressDifferences::forwardedHost),
          new Difference("H7", AddressDifferences::forwardedProto),
          new Difference("P9", AddressDifferences::hostInPath),
          new Difference("R2", FlowDifferences::foreignCookies),
          new Difference("R3", FlowDifferences::expiredHandshake),
          new Difference(FOREIGN_SATELLITE, FlowDifferences::foreignSatellite),
          new Difference("J21", FlowDifferences::otherCategory),
          new Difference(STALE_KEYS, FlowDifferences::staleKeys),
          new Difference(UNKNOWN_KEYS, FlowDifferences::unknownKeyFlood),
          new Difference("K10", FlowDifferences::backOff));

  /** Those that depend on chance: how long a back-off is. Upstream's answer is right, too. */
  private static final Set<String> OPTIONAL = Set.of("K10");

  private Differences() {}

  /**
   * A difference.
   *
   * @param id the line of faults.md
   * @param rule what is answered instead
   */
  record Difference(String id, Rule rule) {}

  /** What is answered instead of what upstream answers; empty when nothing is different. */
  interface Rule {
    Optional<Map<String, @Nullable Object>> answer(Situation situation);
  }

  /**
   * What a rule judges by.
   *
   * @param call the call, with the answer expected so far
   * @param keys what happened to the key set before
   * @param replay this project's own answer to another call
   */
  record Situation(Vector.Call call, History keys, Replay replay) {

    Map<String, @Nullable Object> expected() {
      return call.expected();
    }

    boolean expects(String member, Object value) {
      return Values.equal(expected().get(member), value);
    }
  }

  /** Puts another call to the engine, with nothing cached. */
  interface Replay {
    Outcome outcome(Vector.Call call);
  }

  /**
   * What this project answers.
   *
   * @param ids the differences that apply
   * @param expected the answer
   */
  record Answer(List<String> ids, Map<String, @Nullable Object> expected) {
    boolean differs() {
      return !ids.isEmpty();
    }

    /** Whether upstream's answer will do as well. */
    boolean isOptional() {
      return OPTIONAL.containsAll(ids);
    }
  }

  static Answer answer(Vector.Call call, History keys, Replay replay) {
    List<String> ids = new ArrayList<>();
    Vector.Call current = call;
    for (Difference difference : TABLE) {
      Optional<Map<String, @Nullable Object>> answer =
          difference.rule().answer(new Situation(current, keys, replay));
      if (answer.isPresent()) {
        ids.add(difference.id());
        current = current.expecting(answer.get());
      }
    }
    return new Answer(ids, current.expected());
  }
}
