package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.PendingSessions;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds an outcome against an expected one, by the rules of the vectors' README.md. */
final class StateComparison {

  private static final int ATTEMPTS_UPSTREAM = 5;

  private static final String MESSAGE_HEADER = "x-clerk-auth-message";

  private static final Set<String> KNOWN =
      Set.of(
          "status",
          "reason",
          "message",
          "messageIsInformative",
          "tokenType",
          "isAuthenticated",
          "tokenSuffix",
          "headers",
          "location",
          "auth",
          "authPendingAllowed",
          "authThrows",
          "refused",
          "has",
          "carried",
          "backendCalls",
          "throws");

  private final Map<String, @Nullable Object> expected;
  private final boolean compareMessage;
  private final List<Mismatch> mismatches = new ArrayList<>();

  private StateComparison(Map<String, @Nullable Object> expected) {
    this.expected = expected;
    this.compareMessage = !Boolean.TRUE.equals(expected.get("messageIsInformative"));
  }

  /** What isn't as expected; empty when everything is. */
  static List<Mismatch> compare(Map<String, @Nullable Object> expected, Outcome outcome) {
    StateComparison comparison = new StateComparison(expected);
    comparison.outcome(outcome);
    return comparison.mismatches;
  }

  private void outcome(Outcome outcome) {
    for (String member : expected.keySet()) {
      if (!KNOWN.contains(member)) {
        mismatches.add(new Mismatch(member, "a member that the judge knows", "unknown"));
      }
    }
    if (expected.containsKey("refused")) {
      refused(outcome);
    } else if (expected.containsKey("throws")) {
      thrown(outcome);
    } else if (outcome.thrown().isPresent()) {
      mismatches.add(new Mismatch("throws", null, outcome.thrown().get().toString()));
    } else {
      state(outcome.state().orElseThrow());
    }
    equal("backendCalls", oneAttemptEach(expected.get("backendCalls")), outcome.backendCalls());
  }

  /** Signed out for whatever reason; nobody is in it, and nothing is set or redirected. */
  private void refused(Outcome outcome) {
    equal("status", "signed-out", outcome.state().map(RequestState::status).orElse("none"));
    outcome
        .state()
        .ifPresent(
            state -> {
              Map<String, @Nullable Object> headers = new LinkedHashMap<>(state.headers());
              headers.keySet().removeIf(name -> name.startsWith("x-clerk-auth-"));
              equal("headers", Map.of(), headers);
              equal("auth.isAuthenticated", false, state.auth().isAuthenticated());
            });
  }

  private void thrown(Outcome outcome) {
    if (outcome.thrown().isEmpty()) {
      mismatches.add(new Mismatch("throws", expected.get("throws"), outcome.state().orElse(null)));
    } else if (!(outcome.thrown().get() instanceof ClerkConfigurationException thrown)) {
      mismatches.add(
          new Mismatch("throws", "ClerkConfigurationException", outcome.thrown().get().toString()));
    } else if (compareMessage) {
      equal("throws", expected.get("throws"), thrown.getMessage());
    }
  }

  private void state(RequestState state) {
    equal("status", expected.get("status"), state.status());
    equal("reason", expected.get("reason"), state.reason().orElse(null));
    if (compareMessage) {
      equal("message", expected.get("message"), state.message().orElse(null));
    }
    equal(
        "tokenType",
        expected.get("tokenType"),
        state.tokenType().map(TokenType::value).orElse(null));
    equal(
        "isAuthenticated", expected.get("isAuthenticated"), state instanceof RequestState.SignedIn);
    equal("tokenSuffix", expected.get("tokenSuffix"), tokenSuffix(state));
    headers(state.headers());
    auth(state);
    has(state.auth());
    equal("carried", expected.get("carried"), carried(state.settings()));
  }

  private void headers(Map<String, List<String>> actual) {
    Map<String, @Nullable Object> wanted = new LinkedHashMap<>(Values.object(expected, "headers"));
    Map<String, @Nullable Object> found = new LinkedHashMap<>(actual);
    if (!compareMessage) {
      wanted.remove(MESSAGE_HEADER);
      found.remove(MESSAGE_HEADER);
    }
    wanted.keySet().stream()
        .filter(name -> !found.containsKey(name))
        .forEach(name -> mismatches.add(new Mismatch("headers." + name, wanted.get(name), null)));
    found.forEach(
        (name, values) -> {
          if (!name.equals("location") || !expected.containsKey("location")) {
            equal("headers." + name, wanted.get(name), values);
          }
        });
    Map<String, @Nullable Object> location = Values.object(expected, "location");
    if (!location.isEmpty() && actual.containsKey("location")) {
      equal("headers.location.size", 1, actual.get("location").size());
      Map<String, @Nullable Object> parts =
          LocationParts.of(actual.get("location").get(0), location);
      Map<String, @Nullable Object> comparable = LocationParts.comparable(location);
      for (String part : List.of("url", "query", "fragment", "inner")) {
        equal("location." + part, comparable.get(part), parts.get(part));
      }
    }
  }

  private void auth(RequestState state) {
    if (expected.containsKey("authThrows")) {
      mismatches.add(new Mismatch("auth", "a failure: " + expected.get("authThrows"), "an Auth"));
      return;
    }
    if (expected.get("auth") == null) {
      equal("auth.isAuthenticated", false, state.auth().isAuthenticated());
      equal("auth.userId", null, state.auth().userId().orElse(null));
      return;
    }
    Map<String, @Nullable Object> auth = Values.object(expected, "auth");
    mismatches.addAll(AuthComparison.compare("auth", auth, state.auth()));
    mismatches.addAll(
        AuthComparison.compare(
            "authPendingAllowed",
            expected.containsKey("authPendingAllowed")
                ? Values.object(expected, "authPendingAllowed")
                : auth,
            state.auth(PendingSessions.ALLOWED)));
  }

  private void has(Auth auth) {
    for (Map<String, @Nullable Object> check : Values.objects(expected.get("has"))) {
      Map<String, @Nullable Object> params = Values.object(check, "params");
      // where upstream fails, nothing is granted
      Object wanted = check.containsKey("throws") ? Boolean.FALSE : check.get("result");
      Requirement requirement;
      try {
        requirement = RequirementMapping.of(params);
      } catch (IllegalArgumentException e) {
        if (!Boolean.TRUE.equals(check.get("typeUnsafe")) && !Boolean.FALSE.equals(wanted)) {
          mismatches.add(new Mismatch("has(" + params + ")", wanted, e.toString()));
        }
        continue;
      }
      equal("has(" + params + ")", wanted, auth.has(requirement));
    }
  }

  private void equal(String member, @Nullable Object wanted, @Nullable Object actual) {
    if (!Values.equal(wanted, actual)) {
      mismatches.add(new Mismatch(member, wanted, actual));
    }
  }

  /** An outcome as a vector would describe it, with the raw location. */
  static Map<String, @Nullable Object> describe(Outcome outcome) {
    Map<String, @Nullable Object> described = new LinkedHashMap<>();
    outcome
        .thrown()
        .ifPresent(
            thrown -> {
              described.put("throws", thrown.getMessage());
            });
    outcome
        .state()
        .ifPresent(
            state -> {
              described.put("status", state.status());
              described.put("reason", state.reason().orElse(null));
              described.put("message", state.message().orElse(null));
              described.put("tokenType", state.tokenType().map(TokenType::value).orElse(null));
              described.put("isAuthenticated", state instanceof RequestState.SignedIn);
              described.put("tokenSuffix", tokenSuffix(state));
              described.put("headers", state.headers());
              described.put("auth", AuthComparison.members(state.auth()));
              described.put(
                  "authPendingAllowed",
                  AuthComparison.members(state.auth(PendingSessions.ALLOWED)));
              described.put("carried", carried(state.settings()));
            });
    described.put("backendCalls", outcome.backendCalls());
    return described;
  }

  /** A fetch of the keys is tried once here, and five times upstream when it fails. */
  private static Object oneAttemptEach(@Nullable Object calls) {
    return Values.objects(calls).stream()
        .map(
            call ->
                String.valueOf(call.get("path")).endsWith("/jwks")
                        && call.get("times") instanceof Long times
                        && times % ATTEMPTS_UPSTREAM == 0
                    ? Values.with(call, "times", times / ATTEMPTS_UPSTREAM)
                    : call)
        .toList();
  }

  private static @Nullable String tokenSuffix(RequestState state) {
    if (!(state instanceof RequestState.SignedIn signedIn)) {
      return null;
    }
    String token = signedIn.token();
    return token.substring(Math.max(0, token.length() - 12));
  }

  /** What isn't set, is empty or is false isn't mentioned. */
  private static Map<String, @Nullable Object> carried(RequestSettings settings) {
    Map<String, @Nullable Object> carried = new LinkedHashMap<>();
    settings.publishableKey().ifPresent(value -> carried.put("publishableKey", value));
    settings.proxyUrl().ifPresent(value -> carried.put("proxyUrl", value));
    settings.domain().ifPresent(value -> carried.put("domain", value));
    settings.signInUrl().ifPresent(value -> carried.put("signInUrl", value));
    settings.signUpUrl().ifPresent(value -> carried.put("signUpUrl", value));
    settings.afterSignInUrl().ifPresent(value -> carried.put("afterSignInUrl", value));
    settings.afterSignUpUrl().ifPresent(value -> carried.put("afterSignUpUrl", value));
    carried.values().removeIf(""::equals);
    if (settings.satellite()) {
      carried.put("isSatellite", true);
    }
    return carried;
  }
}
