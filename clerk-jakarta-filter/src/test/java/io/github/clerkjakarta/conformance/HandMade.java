package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.Actor;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.FactorVerificationAge;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.TokenType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outcomes made by hand, for the judge to judge: right ones and wrong ones. */
final class HandMade {

  private HandMade() {}

  /**
   * The outcome of a call that is as it is described: by {@code status}, {@code reason}, {@code
   * message}, {@code tokenSuffix}, {@code headers}, {@code auth}, {@code has}, {@code carried} and
   * {@code backendCalls}.
   */
  static Outcome outcome(Vector.Call call, Map<String, @Nullable Object> described) {
    return new Outcome(
        Optional.of(state(call, described)),
        Optional.empty(),
        Values.objects(described.get("backendCalls")));
  }

  private static RequestState state(Vector.Call call, Map<String, @Nullable Object> described) {
    RequestState.Builder state =
        RequestState.about(
                ClerkRequest.of("GET", "https://app.example/", Map.of()),
                settings(call, Values.object(described, "carried")))
            .headers(headers(described));
    String reason = Values.optionalString(described, "reason").orElse("");
    String message = Values.optionalString(described, "message").orElse("");
    return switch (Values.string(described, "status")) {
      case "signed-in" ->
          state.signedIn(
              auth(Values.object(described, "auth"), Values.objects(described.get("has"))),
              Values.string(described, "tokenSuffix"));
      case "signed-out" -> state.signedOut(reason, message);
      case "handshake" -> state.handshake(reason, message);
      default -> throw new IllegalArgumentException("No such status: " + described.get("status"));
    };
  }

  private static RequestSettings settings(Vector.Call call, Map<String, @Nullable Object> carried) {
    RequestSettings settings =
        RequestSettings.of(
            OptionMapping.clientOptions(call.options(), "https://api.clerk.example"));
    return Values.optionalString(carried, "proxyUrl").map(settings::withProxyUrl).orElse(settings);
  }

  /** Less what a state says by itself. */
  private static Map<String, List<String>> headers(Map<String, @Nullable Object> described) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Values.object(described, "headers")
        .forEach(
            (name, values) -> {
              if (!name.startsWith("x-clerk-auth-")) {
                headers.put(name, Values.list(values).stream().map(String::valueOf).toList());
              }
            });
    return headers;
  }

  /** A caller with these members, by the names of {@code @clerk/backend}. */
  static Auth auth(Map<String, @Nullable Object> members, List<Map<String, @Nullable Object>> has) {
    InvocationHandler answers =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "has" -> has(has, (Requirement) arguments[0]);
              case "isAuthenticated" -> Values.equal(members.get("isAuthenticated"), true);
              case "tokenType" -> Values.optionalString(members, "tokenType").map(TokenType::of);
              case "orgPermissions", "scopes" -> Values.list(members.get(method.getName()));
              case "claims" -> Values.object(members, "sessionClaims");
              case "actor" -> Optional.ofNullable(members.get("actor")).map(HandMade::actor);
              case "factorVerificationAge" ->
                  Optional.ofNullable(members.get("factorVerificationAge")).map(HandMade::ages);
              case "tokenId", "tokenName", "subject", "machineId", "clientId", "instance" ->
                  Optional.empty();
              case "features", "plans" -> List.of();
              default -> Values.optionalString(members, method.getName());
            };
    return (Auth)
        Proxy.newProxyInstance(Auth.class.getClassLoader(), new Class<?>[] {Auth.class}, answers);
  }

  private static boolean has(List<Map<String, @Nullable Object>> checks, Requirement requirement) {
    return checks.stream()
        .filter(check -> Values.equal(check.get("result"), true))
        .map(check -> RequirementMapping.of(Values.object(check, "params")))
        .anyMatch(requirement::equals);
  }

  @SuppressWarnings("unchecked")
  private static Actor actor(Object claims) {
    return new Actor((Map<String, Object>) claims);
  }

  private static FactorVerificationAge ages(Object ages) {
    List<@Nullable Object> both = Values.list(ages);
    return both.get(0) instanceof Number first && both.get(1) instanceof Number second
        ? new FactorVerificationAge(first.doubleValue(), second.doubleValue())
        : new FactorVerificationAge(Double.NaN, Double.NaN);
  }
}
