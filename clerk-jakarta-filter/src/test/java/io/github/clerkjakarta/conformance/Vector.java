package io.github.clerkjakarta.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One vector: what is asked, and what {@code @clerk/backend} answered.
 *
 * @param theme the file it stands in
 * @param json the vector as it stands there, references resolved
 */
record Vector(String theme, Map<String, @Nullable Object> json) {

  String id() {
    return Values.string(json, "id");
  }

  String title() {
    return Values.string(json, "title");
  }

  /** {@code authenticate} for a vector without a kind. */
  String kind() {
    return Values.optionalString(json, "kind").orElse("authenticate");
  }

  Map<String, @Nullable Object> expected() {
    return Values.object(json.get("expected"));
  }

  /** The calls of authenticateRequest() in this vector: one, or one for each step of a sequence. */
  List<Call> calls() {
    Map<String, @Nullable Object> options = Values.object(json, "options");
    if (!kind().equals("sequence")) {
      return List.of(Call.of(json, options, expected()));
    }
    List<Map<String, @Nullable Object>> steps = Values.objects(json.get("steps"));
    List<Map<String, @Nullable Object>> expected = Values.objects(expected().get("steps"));
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Map<String, @Nullable Object> merged = new LinkedHashMap<>(options);
      merged.putAll(Values.object(steps.get(i), "options"));
      calls.add(Call.of(steps.get(i), merged, expected.get(i)));
    }
    return calls;
  }

  /**
   * One call of authenticateRequest().
   *
   * @param now the time in epoch milliseconds
   * @param options the options by the names of {@code @clerk/backend}
   * @param request method, URL and headers
   * @param backend the answers of the Backend API
   * @param checks the parameters for {@code has()}
   * @param expected the outcome
   */
  record Call(
      long now,
      Map<String, @Nullable Object> options,
      Map<String, @Nullable Object> request,
      List<Map<String, @Nullable Object>> backend,
      List<Map<String, @Nullable Object>> checks,
      Map<String, @Nullable Object> expected) {

    static Call of(
        Map<String, @Nullable Object> json,
        Map<String, @Nullable Object> options,
        Map<String, @Nullable Object> expected) {
      if (!(json.get("now") instanceof Number now)) {
        throw new IllegalArgumentException("No time");
      }
      return new Call(
          now.longValue(),
          options,
          Values.object(json.get("request")),
          Values.objects(json.get("backend")),
          Values.objects(json.get("checks")),
          expected);
    }

    /** The same call with another outcome. */
    Call expecting(Map<String, @Nullable Object> other) {
      return new Call(now, options, request, backend, checks, other);
    }

    /** The same call of another request. */
    Call requesting(Map<String, @Nullable Object> other) {
      return new Call(now, options, other, backend, checks, expected);
    }

    /** The same call where the Backend API answers otherwise. */
    Call answeredBy(List<Map<String, @Nullable Object>> other) {
      return new Call(now, options, request, other, checks, expected);
    }

    /** A header of the request, by its lower-case name; empty when it's absent. */
    String header(String name) {
      return Values.object(request, "headers").entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> String.valueOf(header.getValue()))
          .findFirst()
          .orElse("");
    }
  }
}
