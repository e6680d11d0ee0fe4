package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.RequestState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sequence has done so far with the keys of each set of client options. */
final class KeyHistories {

  private final Map<Object, History> histories = new HashMap<>();

  History of(Vector.Call call) {
    return histories.computeIfAbsent(
        OptionMapping.ofClient(call.options()), options -> new History());
  }

  /** The key set of one instance, as upstream keeps it. */
  static final class History {
    private static final long FRESH_FOR = 300_000;
    private static final long STALE_KEYS_FOR = 86_400_000;
    private static final long LONGEST_BACK_OFF = 60_000;

    private long lastFetch = Long.MIN_VALUE / 2;
    private long lastFetchForUnknownKey = Long.MIN_VALUE / 2;
    private long lastFailure = Long.MIN_VALUE / 2;
    private int failures;
    private boolean lastRefused;
    private String failureReason = "";
    private boolean behind;
    private Set<String> keyIds = Set.of();
    private List<Map<String, @Nullable Object>> lastGoodAnswers = List.of();

    /** Whether upstream asks for the keys in this call only because it doesn't know this one. */
    boolean fetchesForUnknownKey(Vector.Call call) {
      return fetches(call)
          && call.now() - lastFetch < FRESH_FOR
          && !Boolean.TRUE.equals(call.options().get("skipJwksCache"));
    }

    /** How long ago the keys were asked for because of an unknown one, in milliseconds. */
    long sinceFetchForUnknownKey(Vector.Call call) {
      return call.now() - lastFetchForUnknownKey;
    }

    private long age(Vector.Call call) {
      return call.now() - lastFetch;
    }

    /** Whether the key that a call needs may still serve although it's due for renewal. */
    boolean hasStaleKeyFor(Vector.Call call) {
      return !lastRefused
          && age(call) < STALE_KEYS_FOR
          && !Boolean.TRUE.equals(call.options().get("skipJwksCache"))
          && PresentedTokens.deciding(call)
              .flatMap(token -> Values.optionalString(token.header(), "kid"))
              .filter(keyIds::contains)
              .isPresent();
    }

    /** The Backend API's answers when the keys were last fetched. */
    List<Map<String, @Nullable Object>> lastGoodAnswers() {
      return lastGoodAnswers;
    }

    /** Whether a fetch that upstream made was left out, so that upstream may know more since. */
    boolean isBehind() {
      return behind;
    }

    /** What the last failed fetch was answered with. */
    String failureReason() {
      return failureReason;
    }

    /** Whether so many fetches failed just now that another may be too early. */
    boolean mayBackOff(Vector.Call call) {
      long longest =
          failures < 2 ? 0 : Math.min(1000L << Math.min(failures - 2, 10), LONGEST_BACK_OFF);
      return call.now() - lastFailure < longest;
    }

    static boolean fetches(Vector.Call call) {
      return asksForKeys(Values.objects(call.expected().get("backendCalls")));
    }

    private static boolean asksForKeys(List<Map<String, @Nullable Object>> calls) {
      return calls.stream().anyMatch(made -> String.valueOf(made.get("path")).endsWith("/jwks"));
    }

    /** Notes what this call did. */
    void after(Vector.Call call, Outcome outcome) {
      behind |= fetches(call) && !asksForKeys(outcome.backendCalls());
      if (!asksForKeys(outcome.backendCalls())) {
        return;
      }
      if (!answersWithKeys(call)) {
        failures++;
        lastFailure = call.now();
        lastRefused = lastRefused || refusesSecretKey(call);
        failureReason = outcome.state().flatMap(RequestState::reason).orElse("");
        return;
      }
      if (fetchesForUnknownKey(call)) {
        lastFetchForUnknownKey = call.now();
      }
      failures = 0;
      lastRefused = false;
      lastFetch = call.now();
      lastGoodAnswers = call.backend();
      keyIds = keyIdsIn(call);
    }

    private static boolean refusesSecretKey(Vector.Call call) {
      return call.backend().stream()
          .anyMatch(
              answer ->
                  Values.equal(answer.get("status"), 401)
                      && String.valueOf(answer.get("responseBody")).contains("clerk_key_invalid"));
    }

    private static boolean answersWithKeys(Vector.Call call) {
      return !keyIdsIn(call).isEmpty();
    }

    private static Set<String> keyIdsIn(Vector.Call call) {
      Set<String> found = new HashSet<>();
      for (Map<String, @Nullable Object> answer : call.backend()) {
        if (String.valueOf(answer.get("path")).endsWith("/jwks")
            && Values.equal(answer.get("status"), 200)
            && answer.get("responseBody") instanceof Map<?, ?> body
            && body.get("keys") instanceof List<?> keys) {
          keys.forEach(
              key -> Values.optionalString(Values.object(key), "kid").ifPresent(found::add));
        }
      }
      return found;
    }
  }
}
