package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.conformance.Differences.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Differences about what stands in a token. */
final class TokenDifferences {

  /** Seconds from the epoch to the last date that JavaScript knows, in the year 275760. */
  private static final double LAST_DATE = 8.64e12;

  private TokenDifferences() {}

  /** Upstream itself stumbles over a payload that is no object. */
  static Optional<Map<String, @Nullable Object>> stumble(Situation situation) {
    return Values.optionalString(situation.expected(), "throws")
        .filter(message -> message.startsWith("Cannot read properties of null"))
        .map(
            message ->
                Values.with(Values.without(situation.expected(), "throws"), "refused", true));
  }

  /** A header parameter that must be understood isn't (RFC 7515, section 4.1.11). */
  static Optional<Map<String, @Nullable Object>> critical(Situation situation) {
    return PresentedTokens.deciding(situation.call())
        .filter(token -> token.header().containsKey("crit"))
        .filter(token -> decidedAfter(situation, Step.HEADER))
        .map(token -> Refusals.signedOut(situation.expected(), "token-invalid"));
  }

  /** A date that upstream can't represent, and then takes for neither past nor future. */
  static Optional<Map<String, @Nullable Object>> dateOutOfRange(Situation situation) {
    return PresentedTokens.deciding(situation.call())
        .filter(
            token ->
                (isOutOfRange(token.payload().get("exp")) && decidedAfter(situation, Step.EXP))
                    || (isOutOfRange(token.payload().get("nbf"))
                        && decidedAfter(situation, Step.NBF))
                    || (isOutOfRange(token.payload().get("iat"))
                        && decidedAfter(situation, Step.IAT)))
        .map(token -> Refusals.signedOut(situation.expected(), "token-verification-failed"));
  }

  /** A session of nobody. */
  static Optional<Map<String, @Nullable Object>> emptySubject(Situation situation) {
    return PresentedTokens.deciding(situation.call())
        .filter(token -> Values.equal(token.payload().get("sub"), ""))
        .filter(token -> decidedAfter(situation, Step.SUB))
        .map(token -> Refusals.signedOut(situation.expected(), "token-verification-failed"));
  }

  /**
   * Claims that upstream hands on although nothing can be made of them. Somebody who acts for the
   * person is still said to be there.
   */
  static Optional<Map<String, @Nullable Object>> malformedClaim(Situation situation) {
    if (situation.expected().containsKey("authThrows")) {
      return Optional.of(
          Values.with(
              Values.without(situation.expected(), "authThrows"), "authGrantsNoPermission", true));
    }
    return withoutMalformed(
        situation,
        Map.of(
            "sessionId",
            value -> value instanceof String,
            "sessionStatus",
            value -> value instanceof String,
            "actor",
            value -> value instanceof Map<?, ?>,
            "orgId",
            value -> value instanceof String,
            "orgRole",
            value -> value instanceof String,
            "orgSlug",
            value -> value instanceof String,
            "orgPermissions",
            value ->
                value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)));
  }

  /** Factor ages that aren't two numbers: there are none. */
  static Optional<Map<String, @Nullable Object>> malformedFactorAge(Situation situation) {
    return withoutMalformed(
        situation,
        Map.of(
            "factorVerificationAge",
            value ->
                value instanceof List<?> list
                    && list.size() == 2
                    && list.stream().allMatch(Number.class::isInstance)));
  }

  private static Optional<Map<String, @Nullable Object>> withoutMalformed(
      Situation situation, Map<String, Predicate<Object>> wellFormed) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(situation.expected());
    List<String> malformed = new ArrayList<>();
    for (String member : List.of("auth", "authPendingAllowed")) {
      Map<String, @Nullable Object> auth = new LinkedHashMap<>(Values.object(changed, member));
      wellFormed.forEach(
          (name, test) -> {
            Object value = auth.get(name);
            if (value != null && !test.test(value)) {
              auth.put(name, name.equals("actor") ? Map.of() : null);
              malformed.add(name);
            }
          });
      if (!auth.isEmpty()) {
        changed.put(member, auth);
      }
    }
    return malformed.isEmpty() ? Optional.empty() : Optional.of(changed);
  }

  private static boolean isOutOfRange(@Nullable Object date) {
    return date instanceof Number number && Math.abs(number.doubleValue()) > LAST_DATE;
  }

  /** The steps of upstream's verification, in their order. */
  private enum Step {
    HEADER("token-invalid-signature"),
    SUB("token-invalid-authorized-parties", "token-invalid-issuer"),
    EXP("session-token-nbf"),
    NBF("session-token-iat-in-the-future"),
    IAT("(nothing)");

    /** What upstream answers when it finds fault after this step and before the next. */
    private final Set<String> reasons;

    Step(String... reasons) {
      this.reasons = Set.of(reasons);
    }
  }

  /** Whether upstream went past this step: it accepted the token or found fault with it later. */
  private static boolean decidedAfter(Situation situation, Step step) {
    if (situation.expects("status", "signed-in")) {
      return true;
    }
    String reason = Values.optionalString(situation.expected(), "reason").orElse("");
    for (Step later : Step.values()) {
      if (later.compareTo(step) >= 0 && later.reasons.contains(reason)) {
        return true;
      }
    }
    boolean expired = reason.startsWith("session-token-expired");
    boolean malformedClaim = reason.equals("token-verification-failed");
    return (expired && step.compareTo(Step.EXP) < 0) || (malformedClaim && step == Step.HEADER);
  }
}
