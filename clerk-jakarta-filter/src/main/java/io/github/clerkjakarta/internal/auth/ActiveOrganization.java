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

  private final @Nullable String id;
  private final @Nullable String slug;
  private final @Nullable String role;
  private final @Nullable Permissions permissions;

  private ActiveOrganization(
      @Nullable String id,
      @Nullable String slug,
      @Nullable String role,
      @Nullable Permissions permissions) {
    this.id = id;
    this.slug = slug;
    this.role = role;
    this.permissions = permissions;
  }

  /** From the claim {@code o} where {@code v} is the number 2, else from {@code org_…}. */
  static ActiveOrganization read(Map<String, Object> claims, @Nullable ScopedSlugs features) {
    return isTwo(claims.get("v"))
        ? version2(claims.get("o"), features)
        : new ActiveOrganization(
            ClaimText.text(claims.get("org_id")),
            ClaimText.text(claims.get("org_slug")),
            ClaimText.text(claims.get("org_role")),
            listed(claims.get("org_permissions")));
  }

  private static ActiveOrganization version2(@Nullable Object o, @Nullable ScopedSlugs features) {
    Map<?, ?> members = o instanceof Map<?, ?> given ? given : Map.of();
    String role = ClaimText.text(members.get("rol"));
    return new ActiveOrganization(
        ClaimText.text(members.get("id")),
        ClaimText.text(members.get("slg")),
        role == null || role.isEmpty() ? null : PREFIX + role,
        version2Permissions(o, members, features));
  }

  private static @Nullable Permissions version2Permissions(
      @Nullable Object o, Map<?, ?> members, @Nullable ScopedSlugs features) {
    if (ClaimText.isNothing(o)) {
      return Permissions.NONE;
    }
    return features == null
        ? null
        : PermissionMasks.read(features, members.get("per"), members.get("fpm"));
  }

  Optional<String> id() {
    return Optional.ofNullable(id);
  }

  Optional<String> slug() {
    return Optional.ofNullable(slug);
  }

  /** The role as the token spells it. */
  Optional<String> role() {
    return Optional.ofNullable(role);
  }

  List<String> permissions() {
    return readable().all();
  }

  /** Whether the token's claims about permissions make sense. If not, there are none. */
  boolean permissionsReadable() {
    return permissions != null;
  }

  boolean gives(Requirement.Role wanted) {
    return isActive()
        && wanted.role() != null
        && !wanted.role().isEmpty()
        && role != null
        && withOnePrefix(role).equals(withOnePrefix(wanted.role()));
  }

  boolean gives(Requirement.Permission wanted) {
    return isActive()
        && wanted.permission() != null
        && readable().contains(withOnePrefix(wanted.permission()));
  }

  boolean is(Requirement.Organization wanted) {
    String idOrSlug = wanted.idOrSlug();
    return isActive()
        && idOrSlug != null
        && !idOrSlug.isEmpty()
        && !idOrSlug.startsWith(VARIABLE)
        && (idOrSlug.equals(id) || idOrSlug.equals(slug));
  }

  private boolean isActive() {
    return id != null && !id.isEmpty();
  }

  private Permissions readable() {
    return permissions == null ? Permissions.NONE : permissions;
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

  private static Permissions listed(@Nullable Object claim) {
    if (!(claim instanceof List<?> elements)) {
      return Permissions.NONE;
    }
    List<String> texts =
        elements.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    return () -> texts;
  }
}
