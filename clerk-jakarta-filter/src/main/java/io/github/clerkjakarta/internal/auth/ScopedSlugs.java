package io.github.clerkjakarta.internal.auth;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The features or plans of a session token (claims {@code fea} and {@code pla}): slugs, each of the
 * organization ({@code o:}), the user ({@code u:}) or both ({@code ou:}, {@code uo:}). Kept as the
 * token spells them, and taken apart when they are asked for.
 *
 * @see <a href="https://clerk.com/docs/guides/sessions/session-tokens">Clerk: session tokens</a>
 */
final class ScopedSlugs {

  /** None at all. */
  static final ScopedSlugs NONE = new ScopedSlugs("");

  private static final Set<String> ORGANIZATION_SCOPES = Set.of("o", "org", "organization");
  private static final Set<String> USER_SCOPES = Set.of("u", "user");

  private final String claim;

  private ScopedSlugs(String claim) {
    this.claim = claim;
  }

  /** None when there is no claim. Null when the claim can't be read, and then it grants nothing. */
  static @Nullable ScopedSlugs read(@Nullable Object claim) {
    if (ClaimText.isNothing(claim)) {
      return NONE;
    }
    return claim instanceof String text
            && ClaimText.parts(text).stream().allMatch(ScopedSlugs::isScoped)
        ? new ScopedSlugs(text)
        : null;
  }

  /** Every entry with its scope, in the order of the claim, leaving out scopes nobody knows. */
  List<String> listed() {
    return parts().filter(part -> isOfOrganization(part) || isOfUser(part)).toList();
  }

  /** The slugs of the organization, in the order of the claim. */
  List<String> ofOrganization() {
    return parts().filter(ScopedSlugs::isOfOrganization).map(ScopedSlugs::slug).toList();
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
      return isListed(wanted, part -> isOfOrganization(part) || isOfUser(part));
    }
    String scope = wanted.substring(0, colon);
    int end = wanted.indexOf(':', colon + 1);
    String slug = wanted.substring(colon + 1, end < 0 ? wanted.length() : end);
    String named = slug.isEmpty() ? scope : slug;
    if (ORGANIZATION_SCOPES.contains(scope)) {
      return isListed(named, ScopedSlugs::isOfOrganization);
    }
    return USER_SCOPES.contains(scope) && isListed(named, ScopedSlugs::isOfUser);
  }

  private boolean isListed(String slug, Predicate<String> scope) {
    return parts().anyMatch(part -> scope.test(part) && slug(part).equals(slug));
  }

  private Stream<String> parts() {
    return claim.isEmpty() ? Stream.empty() : ClaimText.parts(claim).stream();
  }

  private static boolean isScoped(String part) {
    return part.indexOf(':') >= 0;
  }

  private static String slug(String part) {
    return part.substring(part.indexOf(':') + 1);
  }

  private static boolean isOfOrganization(String part) {
    return part.startsWith("o:") || isOfBoth(part);
  }

  private static boolean isOfUser(String part) {
    return part.startsWith("u:") || isOfBoth(part);
  }

  private static boolean isOfBoth(String part) {
    return part.startsWith("ou:") || part.startsWith("uo:");
  }
}
