package io.github.clerkjakarta.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outcomes that sign nobody in, made from those that vectors describe. */
final class Refusals {

  private Refusals() {}

  /** Signed out for another reason, in words that aren't compared. */
  static Map<String, @Nullable Object> signedOut(
      Map<String, @Nullable Object> expected, String reason) {
    Map<String, @Nullable Object> refused = nobody(expected);
    refused.put("reason", reason);
    refused.put("message", null);
    refused.put("messageIsInformative", true);
    refused.put(
        "headers",
        Map.of(
            "x-clerk-auth-reason", List.of(reason), "x-clerk-auth-status", List.of("signed-out")));
    return refused;
  }

  /** Signed out for the same reason, instead of a redirect. */
  static Map<String, @Nullable Object> withoutRedirect(Map<String, @Nullable Object> expected) {
    Map<String, @Nullable Object> refused = nobody(expected);
    Map<String, @Nullable Object> headers = new LinkedHashMap<>(Values.object(expected, "headers"));
    headers.keySet().removeIf(name -> !name.startsWith("x-clerk-auth-"));
    headers.put("x-clerk-auth-status", List.of("signed-out"));
    refused.put("headers", headers);
    return refused;
  }

  private static Map<String, @Nullable Object> nobody(Map<String, @Nullable Object> expected) {
    Map<String, @Nullable Object> nobody =
        Values.without(expected, "location", "authPendingAllowed", "authThrows");
    nobody.put("status", "signed-out");
    nobody.put("isAuthenticated", false);
    nobody.put("tokenSuffix", null);
    Map<String, @Nullable Object> auth = new LinkedHashMap<>();
    auth.put("tokenType", expected.get("tokenType"));
    auth.put("isAuthenticated", false);
    nobody.put("auth", auth);
    if (expected.containsKey("has")) {
      List<Object> checks = new ArrayList<>();
      Values.objects(expected.get("has"))
          .forEach(check -> checks.add(Values.with(check, "result", false)));
      nobody.put("has", checks);
    }
    return nobody;
  }
}
