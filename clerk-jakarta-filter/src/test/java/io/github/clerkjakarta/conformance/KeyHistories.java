package io.github.clerkjakarta.conformance;

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

    private long lastFetch = Long.MIN_VALUE / 2;
    private long lastFetchForUnknownKey = Long.MIN_VALUE / 2;
    private final Set<String> keyIds = new HashSet<>();
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

    /** How old the last good keys are, in milliseconds. */
    long age(Vector.Call call) {
      return call.now() - lastFetch;
    }

    boolean knew(String keyId) {
      return keyIds.contains(keyId);
    }

    /** The Backend API's answers when the keys were last fetched. */
    List<Map<String, @Nullable Object>> lastGoodAnswers() {
      return lastGoodAnswers;
    }

    static boolean fetches(Vector.Call call) {
      return Values.objects(call.expected().get("backendCalls")).stream()
          .anyMatch(made -> String.valueOf(made.get("path")).endsWith("/jwks"));
    }

    /** Notes what this call did, as this project answered it. */
    void after(Vector.Call call, Differences.Answer answer) {
      boolean fetched =
          fetches(call) && fetches(call.expecting(answer.expected())) && answersWithKeys(call);
      if (!fetched) {
        return;
      }
      if (fetchesForUnknownKey(call)) {
        lastFetchForUnknownKey = call.now();
      }
      lastFetch = call.now();
      lastGoodAnswers = call.backend();
      keyIds.addAll(keyIdsIn(call));
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
