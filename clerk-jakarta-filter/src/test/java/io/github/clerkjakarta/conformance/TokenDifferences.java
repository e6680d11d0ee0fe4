package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.conformance.Differences.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Differences about what stands in a token. */
final class TokenDifferences {

  /** Seconds from the epoch to the last date that JavaScript knows, in the year 275760. */
  private static final double LAST_DATE = 8.64e12;

  /** The members of the auth object that a check of {@code has()} looks at, by its parameter. */
  private static final Map<String, List<String>> MEMBERS_ASKED =
      Map.of(
          "role", List.of("orgId", "orgRole"),
          "permission", List.of("orgId", "orgPermissions"),
          "reverification", List.of("factorVerificationAge"));

  private TokenDifferences() {}

  /** Upstream itself stumbles over a payload that is no object. */
  static Optional<Map<String, @Nullable Object>> stumble(Situation situation) {
    return Values.optionalString(situation.expected(), "throws")
        .filter(message -> message.startsWith("Cannot read properties of null"))
        .map(
            message ->
                Values.with(Values.without(situation.expected(), "throws"), "refused", true));
  }

  /** Padding, which base64url of a token has none of (RFC 7515, section 2). */
  static Optional<Map<String, @Nullable Object>> padding(Situation situation) {
    return PresentedTokens.deciding(situation.call())
        .filter(token -> token.text().contains("="))
        .filter(token -> decidedAfter(situation, Step.HEADER))
        .map(token -> Refusals.signedOut(situation.expected(), "token-invalid"));
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

  /** Claims that upstream hands on, or fails for, although nothing can be made of them. */
  static Optional<Map<String, @Nullable Object>> malformedClaim(Situation situation) {
    Optional<TypedClaims> claims = claims(situation);
    if (situation.expected().containsKey("authThrows")) {
      return claims.map(readable -> withoutPermissions(situation, readable));
    }
    return claims
        .map(TypedClaims::malformed)
        .flatMap(malformed -> withMembers(situation, malformed));
  }

  /** Factor ages that aren't two numbers: there are none. */
  static Optional<Map<String, @Nullable Object>> malformedFactorAge(Situation situation) {
    Map<String, @Nullable Object> none = new LinkedHashMap<>();
    none.put("factorVerificationAge", null);
    return claims(situation)
        .filter(TypedClaims::hasMalformedFactorAge)
        .flatMap(claims -> withMembers(situation, none));
  }

  private static Optional<TypedClaims> claims(Situation situation) {
    return situation.expects("tokenType", "session_token")
            && situation.expects("status", "signed-in")
        ? PresentedTokens.accepted(situation.call()).map(token -> new TypedClaims(token.payload()))
        : Optional.empty();
  }

  /** Upstream's answer with these members of the auth object; empty when it has them so. */
  private static Optional<Map<String, @Nullable Object>> withMembers(
      Situation situation, Map<String, @Nullable Object> members) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(situation.expected());
    boolean differs = false;
    for (String name : List.of("auth", "authPendingAllowed")) {
      Map<String, @Nullable Object> auth = new LinkedHashMap<>(Values.object(changed, name));
      if (Values.equal(auth.get("isAuthenticated"), true)) {
        auth.putAll(members);
        differs |= !Values.equal(Values.object(changed, name), auth);
        changed.put(name, auth);
      }
    }
    if (!differs) {
      return Optional.empty();
    }
    if (changed.containsKey("has")) {
      changed.put(
          "has",
          Values.objects(changed.get("has")).stream()
              .map(check -> restsOn(check, members) ? refused(check) : check)
              .toList());
    }
    return Optional.of(changed);
  }

  /** Whether a check is about a member that is nothing now. */
  private static boolean restsOn(
      Map<String, @Nullable Object> check, Map<String, @Nullable Object> members) {
    return Values.object(check, "params").keySet().stream()
        .flatMap(param -> MEMBERS_ASKED.getOrDefault(param, List.of()).stream())
        .anyMatch(member -> members.containsKey(member) && isNothing(members.get(member)));
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null || value.equals(List.of());
  }

  private static Map<String, @Nullable Object> refused(Map<String, @Nullable Object> check) {
    return Values.with(Values.without(check, "throws"), "result", false);
  }

  /** Signed in by what stands in the token; features, plans and permissions grant nothing. */
  private static Map<String, @Nullable Object> withoutPermissions(
      Situation situation, TypedClaims claims) {
    Map<String, @Nullable Object> answer =
        new LinkedHashMap<>(Values.without(situation.expected(), "authThrows"));
    Map<String, @Nullable Object> auth = claims.authWithoutPermissions();
    answer.put("auth", claims.authWhilePending().orElse(auth));
    answer.put("authPendingAllowed", auth);
    boolean pending = claims.authWhilePending().isPresent();
    List<Map<String, @Nullable Object>> has = new ArrayList<>();
    for (Map<String, @Nullable Object> check : situation.call().checks()) {
      Map<String, @Nullable Object> params = Values.object(check, "params");
      if (!params.containsKey("reverification") || !claims.hasFactorAge()) {
        boolean role =
            params.keySet().equals(Set.of("role"))
                && params.get("role") instanceof String asked
                && claims.gives(asked);
        has.add(Values.with(check, "result", role && !pending));
      }
    }
    answer.put("has", has);
    return answer;
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
