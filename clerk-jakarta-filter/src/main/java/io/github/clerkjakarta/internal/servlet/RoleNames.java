package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.Requirement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a role asks of a caller, for whoever asks: the request with this jar alone, and
 * the container, which is told all names that hold.
 *
 * <pre>
 *   org:admin             the role in the active organization
 *   org:invoices:create   a permission in it
 *   feature:reports       a feature; plan:… a plan
 *   feature:org:reports   the same of the organization; user:… of the user
 *   scope:invoices:read   a scope of a machine token
 *   **                    anybody who is calling
 * </pre>
 *
 * <p>Each name holds exactly where {@link Auth#has} says so, and is spelled in one way: of no other
 * spelling could the container be told. Any other name is nobody's role.
 */
public final class RoleNames {

  /** Any authenticated caller (Jakarta Servlet 6.0, section 13.3). */
  private static final String ANY_AUTHENTICATED = "**";

  private static final String ORGANIZATION = "org:";
  private static final String USER = "user:";
  private static final String FEATURE = "feature:";
  private static final String PLAN = "plan:";
  private static final String SCOPE = "scope:";

  private RoleNames() {}

  /** Whether a caller has what this name asks. */
  public static boolean holds(Auth auth, @Nullable String name) {
    return name != null
        && auth.isAuthenticated()
        && (name.equals(ANY_AUTHENTICATED) || asked(name).stream().anyMatch(auth::has));
  }

  /** All names that hold for a caller, but for {@code **}. */
  public static Set<String> of(Auth auth) {
    return Stream.of(
            auth.orgRole().map(RoleNames::withOnePrefix).stream(),
            auth.orgPermissions().stream(),
            auth.features().stream().flatMap(listed -> names(FEATURE, listed)),
            auth.plans().stream().flatMap(listed -> names(PLAN, listed)),
            auth.scopes().stream().map(SCOPE::concat))
        .flatMap(names -> names)
        .filter(name -> holds(auth, name))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What a name asks, any of which is enough; nothing where it means nothing. */
  private static List<Requirement> asked(String name) {
    if (name.startsWith(ORGANIZATION)) {
      return name.startsWith(ORGANIZATION, ORGANIZATION.length())
          ? List.of()
          : List.of(Requirement.role(name), Requirement.permission(name));
    }
    if (name.startsWith(SCOPE)) {
      return List.of(Requirement.scope(name.substring(SCOPE.length())));
    }
    return scoped(name, FEATURE, Requirement::feature)
        .or(() -> scoped(name, PLAN, Requirement::plan))
        .stream()
        .toList();
  }

  private static Optional<Requirement> scoped(
      String name, String kind, Function<String, Requirement> requirement) {
    if (!name.startsWith(kind)) {
      return Optional.empty();
    }
    String scoped = name.substring(kind.length());
    String slug =
        scoped.startsWith(ORGANIZATION)
            ? scoped.substring(ORGANIZATION.length())
            : scoped.startsWith(USER) ? scoped.substring(USER.length()) : scoped;
    return slug.isEmpty() || slug.indexOf(':') >= 0
        ? Optional.empty()
        : Optional.of(requirement.apply(scoped));
  }

  /** The names for a feature or a plan as the token lists it, {@code o:reports} for example. */
  private static Stream<String> names(String kind, String listed) {
    String slug = listed.substring(listed.indexOf(':') + 1);
    return Stream.of("", ORGANIZATION, USER).map(scope -> kind + scope + slug);
  }

  /** As {@link Auth#has} reads a role: {@code admin} is {@code org:admin}. */
  private static String withOnePrefix(String role) {
    return role.startsWith(ORGANIZATION)
        ? withOnePrefix(role.substring(ORGANIZATION.length()))
        : ORGANIZATION + role;
  }
}
