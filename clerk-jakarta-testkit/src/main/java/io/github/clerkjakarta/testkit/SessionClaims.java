package io.github.clerkjakarta.testkit;

import io.github.clerkjakarta.testkit.internal.directory.Membership;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of a session, in both versions that Clerk has issued.
 *
 * @see <a href="https://clerk.com/docs/guides/sessions/session-tokens">Session tokens</a>
 */
final class SessionClaims {

  /** Every claim that only a session token has. */
  static final Set<String> NAMES = Set.of("sid", "fva", "act", "v", "sts", "fea", "pla", "o");

  private SessionClaims() {}

  /** The claims of a session in the layout of version 2. */
  static Map<String, Object> version2(
      Session session, Optional<Membership> active, List<String> features, Instant now) {
    Map<String, Object> claims = common(session, now);
    claims.put("v", 2);
    claims.put("sts", session.status() == SessionStatus.PENDING ? "pending" : "active");
    active.ifPresentOrElse(
        membership -> {
          if (!features.isEmpty()) {
            claims.put("fea", "o:" + String.join(",o:", features));
          }
          claims.put("pla", "o:free_org");
          claims.put("o", organization(membership, features));
        },
        () -> claims.put("pla", "u:free_user"));
    return claims;
  }

  /** The claims of a session in the layout of version 1, deprecated in April 2025. */
  static Map<String, Object> version1(Session session, Optional<Membership> active, Instant now) {
    Map<String, Object> claims = common(session, now);
    active.ifPresent(membership -> claims.putAll(organizationVersion1(membership)));
    return claims;
  }

  /** The claims of version 1 about the active organization. */
  static Map<String, Object> organizationVersion1(Membership membership) {
    return Map.of(
        "org_id", membership.organization().id(),
        "org_slug", membership.organization().slug(),
        "org_role", membership.role(),
        "org_permissions", membership.permissions());
  }

  private static Map<String, Object> common(Session session, Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sid", session.id());
    claims.put("fva", factorVerificationAge(session, now));
    session
        .actor()
        .ifPresent(
            actor ->
                claims.put(
                    "act",
                    Map.of(
                        "iss", "https://dashboard.clerk.com", "sid", session.id(), "sub", actor)));
    return claims;
  }

  /** Minutes since the first factor was proved; nobody here has a second one. */
  static List<Long> factorVerificationAge(Session session, Instant now) {
    return List.of(Math.max(0, Duration.between(session.verifiedAt(), now).toMinutes()), -1L);
  }

  /** The {@code o} claim. */
  static Map<String, Object> organization(Membership membership, List<String> features) {
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("id", membership.organization().id());
    claim.put("slg", membership.organization().slug());
    claim.put("rol", withoutPrefix(membership.role()));
    if (!membership.permissions().isEmpty()) {
      List<String> names =
          membership.permissions().stream().map(SessionClaims::lastPart).distinct().toList();
      claim.put("per", String.join(",", names));
      claim.put(
          "fpm",
          String.join(
              ",",
              features.stream()
                  .map(feature -> mask(feature, names, membership.permissions()))
                  .toList()));
    }
    return claim;
  }

  /** Bit i, least significant first, says that the feature grants the i-th permission name. */
  private static String mask(String feature, List<String> names, List<String> permissions) {
    BigInteger mask = BigInteger.ZERO;
    for (int i = 0; i < names.size(); i++) {
      if (permissions.contains("org:" + feature + ":" + names.get(i))) {
        mask = mask.setBit(i);
      }
    }
    return mask.toString();
  }

  private static String withoutPrefix(String role) {
    return role.substring("org:".length());
  }

  private static String lastPart(String permission) {
    return permission.substring(permission.lastIndexOf(':') + 1);
  }
}
