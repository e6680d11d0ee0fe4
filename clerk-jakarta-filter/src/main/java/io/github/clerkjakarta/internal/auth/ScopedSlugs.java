package io.github.clerkjakarta.internal.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The features or plans of a session token (claims {@code fea} and {@code pla}): slugs, each of the
 * organization ({@code o:}), the user ({@code u:}) or both ({@code ou:}, {@code uo:}).
 *
 * @see <a href="https://clerk.com/docs/guides/sessions/session-tokens">Clerk: session tokens</a>
 */
final class ScopedSlugs {

  /** None at all. */
  static final ScopedSlugs NONE = new ScopedSlugs(List.of(), List.of(), List.of());

  private static final Set<String> ORGANIZATION_SCOPES = Set.of("o", "org", "organization");
  private static final Set<String> USER_SCOPES = Set.of("u", "user");

  private final List<String> listed;
  private final List<String> ofOrganization;
  private final List<String> ofUser;

  private ScopedSlugs(List<String> listed, List<String> ofOrganization, List<String> ofUser) {
    this.listed = List.copyOf(listed);
    this.ofOrganization = List.copyOf(ofOrganization);
    this.ofUser = List.copyOf(ofUser);
  }

  /**
   * What the claim lists, leaving out scopes that nobody knows; none when there is no claim. Empty
   * when the claim can't be read, and then it grants nothing.
   */
  static Optional<ScopedSlugs> read(@Nullable Object claim) {
    if (claim == null || claim.equals("")) {
      return Optional.of(NONE);
    }
    return claim instanceof String text ? parse(text) : Optional.empty();
  }

  private static Optional<ScopedSlugs> parse(String claim) {
    List<String> listed = new ArrayList<>();
    List<String> ofOrganization = new ArrayList<>();
    List<String> ofUser = new ArrayList<>();
    for (String part : Claim.parts(claim)) {
      int colon = part.indexOf(':');
      if (colon < 0) {
        return Optional.empty();
      }
      String scope = part.substring(0, colon);
      String slug = part.substring(colon + 1);
      boolean both = scope.equals("ou") || scope.equals("uo");
      boolean forOrganization = both || scope.equals("o");
      boolean forUser = both || scope.equals("u");
      if (forOrganization) {
        ofOrganization.add(slug);
      }
      if (forUser) {
        ofUser.add(slug);
      }
      if (forOrganization || forUser) {
        listed.add(part);
      }
    }
    return Optional.of(new ScopedSlugs(listed, ofOrganization, ofUser));
  }

  /** Every entry with its scope, in the order of the claim. */
  List<String> listed() {
    return listed;
  }

  /** The slugs of the organization, in the order of the claim. */
  List<String> ofOrganization() {
    return ofOrganization;
  }

  /**
   * Whether this slug is listed; {@code org:slug} asks the organization and {@code user:slug} the
   * user alone. Of a text with more colons only the first two parts count, as upstream.
   */
  boolean contains(@Nullable String wanted) {
    if (wanted == null) {
      return false;
    }
    int colon = wanted.indexOf(':');
    if (colon < 0) {
      return ofOrganization.contains(wanted) || ofUser.contains(wanted);
    }
    String scope = wanted.substring(0, colon);
    int end = wanted.indexOf(':', colon + 1);
    String slug = wanted.substring(colon + 1, end < 0 ? wanted.length() : end);
    String named = slug.isEmpty() ? scope : slug;
    if (ORGANIZATION_SCOPES.contains(scope)) {
      return ofOrganization.contains(named);
    }
    return USER_SCOPES.contains(scope) && ofUser.contains(named);
  }
}
