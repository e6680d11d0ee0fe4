package io.github.clerkjakarta.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a typed API can say of a session token's claims. Read from the token, so that a difference
 * excuses the members whose claims are malformed and no other.
 */
final class TypedClaims {

  private static final String PREFIX = "org:";

  private final Map<String, @Nullable Object> claims;

  /** Of these claims. */
  TypedClaims(Map<String, @Nullable Object> claims) {
    this.claims = claims;
  }

  /**
   * The members of the auth object whose claims no type can hold, with what they are instead.
   * Somebody who acts for the person is still said to be there.
   */
  Map<String, @Nullable Object> malformed() {
    Map<String, @Nullable Object> malformed = new LinkedHashMap<>();
    claimsOfTexts()
        .forEach(
            (member, claim) -> {
              if (claim != null && !(claim instanceof String)) {
                malformed.put(member, null);
              }
            });
    Object permissions = isVersion2() ? null : claims.get("org_permissions");
    if (permissions != null && !texts(permissions).equals(permissions)) {
      malformed.put("orgPermissions", texts(permissions));
    }
    if (claims.get("act") != null && !(claims.get("act") instanceof Map<?, ?>)) {
      malformed.put("actor", Map.of());
    }
    return malformed;
  }

  /** Whether the ages of the factors are there and aren't two numbers. */
  boolean hasMalformedFactorAge() {
    return claims.get("fva") != null && factorAge() == null;
  }

  /** Whether the ages of the factors are there. */
  boolean hasFactorAge() {
    return factorAge() != null;
  }

  /**
   * The whole auth object, where upstream can't make one because features or permissions are
   * malformed. They grant nothing; the rest is as it stands in the token.
   */
  Map<String, @Nullable Object> authWithoutPermissions() {
    Map<String, @Nullable Object> auth = new LinkedHashMap<>();
    auth.put("tokenType", "session_token");
    auth.put("isAuthenticated", true);
    auth.put("userId", claims.get("sub"));
    auth.put("orgPermissions", null);
    auth.put("factorVerificationAge", factorAge());
    auth.put("actor", claims.get("act"));
    auth.put("sessionClaims", claims);
    auth.putAll(claimsOfTexts());
    if (auth.get("orgRole") instanceof String role && isVersion2()) {
      auth.put("orgRole", role.isEmpty() ? null : PREFIX + role);
    }
    auth.putAll(malformed());
    return auth;
  }

  /** The auth object of a person who has a task to do, which is nobody's; empty for others. */
  Optional<Map<String, @Nullable Object>> authWhilePending() {
    return Values.equal(claims.get("sts"), "pending")
        ? Optional.of(
            Map.of(
                "tokenType", "session_token", "isAuthenticated", false, "sessionStatus", "pending"))
        : Optional.empty();
  }

  /** What {@code has()} says to one role where permissions, features and plans grant nothing. */
  boolean gives(String role) {
    Map<String, @Nullable Object> auth = authWithoutPermissions();
    return !role.isEmpty()
        && !Values.equal(auth.get("orgId"), "")
        && auth.get("orgId") != null
        && auth.get("orgRole") instanceof String held
        && !held.isEmpty()
        && withOnePrefix(held).equals(withOnePrefix(role));
  }

  /** The claims of members that are texts, by the name of the member. */
  private Map<String, @Nullable Object> claimsOfTexts() {
    Map<String, @Nullable Object> texts = new LinkedHashMap<>();
    texts.put("sessionId", claims.get("sid"));
    texts.put("sessionStatus", claims.get("sts"));
    boolean two = isVersion2();
    Map<?, ?> organization = two && claims.get("o") instanceof Map<?, ?> o ? o : Map.of();
    texts.put("orgId", two ? organization.get("id") : claims.get("org_id"));
    texts.put("orgRole", two ? organization.get("rol") : claims.get("org_role"));
    texts.put("orgSlug", two ? organization.get("slg") : claims.get("org_slug"));
    return texts;
  }

  private boolean isVersion2() {
    return Values.equal(claims.get("v"), 2);
  }

  private @Nullable Object factorAge() {
    return claims.get("fva") instanceof List<?> ages
            && ages.size() == 2
            && ages.stream().allMatch(Number.class::isInstance)
        ? ages
        : null;
  }

  private static List<Object> texts(Object claim) {
    List<Object> texts = new ArrayList<>();
    if (claim instanceof List<?> elements) {
      elements.stream().filter(String.class::isInstance).forEach(texts::add);
    }
    return texts;
  }

  private static String withOnePrefix(String name) {
    return PREFIX + name.replaceFirst("^(?:" + PREFIX + ")+", "");
  }
}
