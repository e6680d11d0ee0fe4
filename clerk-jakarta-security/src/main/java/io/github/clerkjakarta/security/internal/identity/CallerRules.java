package io.github.clerkjakarta.security.internal.identity;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClaimName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an application wants its callers named and grouped.
 *
 * @param nameClaim the claim of a session that names the caller; the user's id where there is none
 * @param groupClaims the claims of a session whose values become groups
 * @param roles names of roles for groups: one of the groups is enough
 */
public record CallerRules(
    Optional<ClaimName> nameClaim, List<ClaimName> groupClaims, Map<String, Set<String>> roles) {

  /** The name of a caller; empty when it has none, and so can't be told from others. */
  Optional<String> callerName(Auth auth) {
    if (auth.sessionId().isEmpty() || nameClaim.isEmpty()) {
      return auth.userId().or(auth::subject);
    }
    return nameClaim
        .flatMap(claim -> claim.in(auth.claims()))
        .filter(name -> name instanceof String || name instanceof Number)
        .map(Object::toString)
        .filter(name -> !name.isBlank());
  }

  /** The groups that claims name, each with its claim before it, so that no name is mistaken. */
  Set<String> claimGroups(Auth auth) {
    Set<String> groups = new LinkedHashSet<>();
    if (auth.sessionId().isPresent()) {
      for (ClaimName claim : groupClaims) {
        claim.textsIn(auth.claims()).forEach(value -> groups.add(claim + ":" + value));
      }
    }
    return groups;
  }

  /** These groups, and the roles that are named for any of them. */
  Set<String> withMappedRoles(Set<String> groups) {
    Set<String> all = new LinkedHashSet<>(groups);
    roles.forEach(
        (role, any) -> {
          if (any.stream().anyMatch(groups::contains)) {
            all.add(role);
          }
        });
    return all;
  }
}
