package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.Actor;
import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.TokenType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds an auth object against an expected one. */
final class AuthComparison {

  private AuthComparison() {}

  static List<Mismatch> compare(String path, Map<String, @Nullable Object> expected, Auth auth) {
    Map<String, @Nullable Object> actual = members(auth);
    Set<String> names = new LinkedHashSet<>(expected.keySet());
    names.addAll(actual.keySet());
    List<Mismatch> mismatches = new ArrayList<>();
    for (String name : names) {
      Object wanted = expected.get(name);
      // our API has an empty list or map where upstream tells it from null; an actor of whom
      // nothing is said is somebody all the same
      boolean equal =
          Values.equal(wanted, actual.get(name))
              || (isEmpty(wanted) && actual.get(name) == null && !name.equals("actor"));
      if (!equal) {
        mismatches.add(new Mismatch(path + "." + name, wanted, actual.get(name)));
      }
    }
    return mismatches;
  }

  /** By the names of {@code @clerk/backend}; null where there is nothing. */
  static Map<String, @Nullable Object> members(Auth auth) {
    boolean session = auth.tokenType().filter(TokenType.SESSION_TOKEN::equals).isPresent();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("tokenType", auth.tokenType().map(TokenType::value).orElse(null));
    members.put("isAuthenticated", auth.isAuthenticated());
    members.put("userId", auth.userId().orElse(null));
    members.put("sessionId", auth.sessionId().orElse(null));
    members.put("sessionStatus", auth.sessionStatus().orElse(null));
    members.put("orgId", auth.orgId().orElse(null));
    members.put("orgRole", auth.orgRole().orElse(null));
    members.put("orgSlug", auth.orgSlug().orElse(null));
    members.put("orgPermissions", nullIfEmpty(auth.orgPermissions()));
    members.put(
        "factorVerificationAge",
        auth.factorVerificationAge()
            .map(age -> List.of(age.firstFactor(), age.secondFactor()))
            .orElse(null));
    members.put("actor", auth.actor().map(Actor::claims).orElse(null));
    members.put(
        session ? "sessionClaims" : "claims", auth.claims().isEmpty() ? null : auth.claims());
    members.put("id", auth.tokenId().orElse(null));
    members.put("name", auth.tokenName().orElse(null));
    members.put("subject", auth.subject().orElse(null));
    members.put("scopes", nullIfEmpty(auth.scopes()));
    members.put("machineId", auth.machineId().orElse(null));
    members.put("clientId", auth.clientId().orElse(null));
    return members;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  private static @Nullable Object nullIfEmpty(List<String> list) {
    return list.isEmpty() ? null : list;
  }
}
