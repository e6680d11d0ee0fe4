package io.github.clerkjakarta.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The members that vectors are made of. One that nobody reads must not be passed over. */
final class VectorFormat {

  private static final Set<String> VECTOR =
      Set.of(
          "id",
          "title",
          "tags",
          "kind",
          "now",
          "options",
          "request",
          "backend",
          "checks",
          "steps",
          "redirect",
          "webhook",
          "publishableKey",
          "expected");
  private static final Set<String> STEP = Set.of("now", "options", "request", "backend");
  private static final Set<String> REQUEST = Set.of("method", "url", "headers");
  private static final Set<String> ANSWER =
      Set.of("method", "path", "query", "status", "responseBody", "responseText", "networkError");
  private static final Set<String> CHECK = Set.of("params", "typeUnsafe");
  private static final Set<String> REDIRECT =
      Set.of(
          "call",
          "publishableKey",
          "baseUrl",
          "signInUrl",
          "signUpUrl",
          "devBrowserToken",
          "sessionStatus",
          "isSatellite",
          "returnBackUrl");
  private static final Set<String> WEBHOOK = Set.of("secret", "headers", "body");
  private static final Set<String> LOCATION = Set.of("url", "query", "fragment", "inner");
  private static final Set<String> INNER = Set.of("param", "url", "query", "fragment");

  private VectorFormat() {}

  /**
   * Sees to it that nothing in a vector goes unread. Options and the members of an outcome are
   * looked at where they are read.
   *
   * @throws IllegalArgumentException when there is a member that the format doesn't know
   */
  static void require(Map<String, @Nullable Object> vector) {
    only(VECTOR, "a vector", vector);
    call(vector);
    List<Map<String, @Nullable Object>> steps = Values.objects(vector.get("steps"));
    for (Map<String, @Nullable Object> step : steps) {
      only(STEP, "a step", step);
      call(step);
    }
    only(REDIRECT, "a redirect", Values.object(vector, "redirect"));
    only(WEBHOOK, "a webhook", Values.object(vector, "webhook"));
    Map<String, @Nullable Object> expected = Values.object(vector, "expected");
    List<Map<String, @Nullable Object>> expectedSteps = Values.objects(expected.get("steps"));
    if (expectedSteps.size() != steps.size()) {
      throw new IllegalArgumentException("Not as many outcomes as steps");
    }
    location(expected);
    expectedSteps.forEach(VectorFormat::location);
  }

  private static void call(Map<String, @Nullable Object> call) {
    only(REQUEST, "a request", Values.object(call, "request"));
    Values.objects(call.get("backend")).forEach(answer -> only(ANSWER, "an answer", answer));
    Values.objects(call.get("checks")).forEach(check -> only(CHECK, "a check", check));
  }

  private static void location(Map<String, @Nullable Object> expected) {
    Map<String, @Nullable Object> location = Values.object(expected, "location");
    only(LOCATION, "a location", location);
    only(INNER, "an inner URL", Values.object(location, "inner"));
  }

  private static void only(Set<String> known, String owner, Map<String, @Nullable Object> members) {
    Set<String> unknown = new TreeSet<>(members.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("No such members of " + owner + ": " + unknown);
    }
  }
}
