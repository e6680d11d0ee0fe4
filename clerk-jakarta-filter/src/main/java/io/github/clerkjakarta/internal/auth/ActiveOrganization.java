package io.github.clerkjakarta.internal.auth;

import io.github.clerkjakarta.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The organization that a session is active in, and what it gives its member. */
final class ActiveOrganization {

  private static final String PREFIX = "org:";

  /** Where the name of a path's segment begins, in a requirement that no rule has resolved. */
  private static final String VARIABLE = "{";

  private final Optional<String> id;
  private final Optional<String> slug;
  private final Optional<String> role;
  private final Optional<List<String>> permissions;
  private final String comparableRole;

  private ActiveOrganization(
      Optional<String> id,
      Optional<String> slug,
      Optional<String> role,
      Optional<List<String>> permissions) {
    this.id = id;
    this.slug = slug;
    this.role = role;
    this.permissions = permissions.map(List::copyOf);
    comparableRole = role.map(ActiveOrganization::withOnePrefix).orElse("");
  }

  /** From the claim {@code o} where {@code v} is the number 2, else from {@code org_…}. */
  static ActiveOrganization read(Map<String, Object> claims, Optional<ScopedSlugs> features) {
    return isTwo(claims.get("v"))
        ? version2(claims.get("o"), features)
        : new ActiveOrganization(
            Claim.text(claims.get("org_id")),
            Claim.text(claims.get("org_slug")),
            Claim.text(claims.get("org_role")),
            Optional.of(texts(claims.get("org_permissions"))));
  }

  private static ActiveOrganization version2(@Nullable Object o, Optional<ScopedSlugs> features) {
    Map<?, ?> members = o instanceof Map<?, ?> given ? given : Map.of();
    return new ActiveOrganization(
        Claim.text(members.get("id")),
        Claim.text(members.get("slg")),
        Claim.text(members.get("rol")).filter(role -> !role.isEmpty()).map(PREFIX::concat),
        o == null
            ? Optional.of(List.of())
            : features.flatMap(
                listed ->
                    PermissionMasks.permissions(
                        listed.ofOrganization(), members.get("per"), members.get("fpm"))));
  }

  Optional<String> id() {
    return id;
  }

  Optional<String> slug() {
    return slug;
  }

  /** The role as the token spells it. */
  Optional<String> role() {
    return role;
  }

  List<String> permissions() {
    return permissions.orElse(List.of());
  }

  /** Whether the token's claims about permissions make sense. If not, there are none. */
  boolean permissionsReadable() {
    return permissions.isPresent();
  }

  boolean gives(Requirement.Role wanted) {
    return isActive()
        && wanted.role() != null
        && !wanted.role().isEmpty()
        && !comparableRole.isEmpty()
        && comparableRole.equals(withOnePrefix(wanted.role()));
  }

  boolean gives(Requirement.Permission wanted) {
    return isActive()
        && wanted.permission() != null
        && permissions().contains(withOnePrefix(wanted.permission()));
  }

  boolean is(Requirement.Organization wanted) {
    String idOrSlug = wanted.idOrSlug();
    return isActive()
        && idOrSlug != null
        && !idOrSlug.isEmpty()
        && !idOrSlug.startsWith(VARIABLE)
        && (idOrSlug.equals(id.orElse("")) || idOrSlug.equals(slug.orElse("")));
  }

  private boolean isActive() {
    return id.isPresent() && !id.get().isEmpty();
  }

  /** {@code admin}, {@code org:admin} and {@code org:org:admin} are one and the same. */
  private static String withOnePrefix(String name) {
    int start = 0;
    while (name.startsWith(PREFIX, start)) {
      start += PREFIX.length();
    }
    return start == PREFIX.length() ? name : PREFIX + name.substring(start);
  }

  private static boolean isTwo(@Nullable Object version) {
    return version instanceof Number number && number.doubleValue() == 2;
  }

  private static List<String> texts(@Nullable Object claim) {
    return claim instanceof List<?> elements
        ? elements.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
