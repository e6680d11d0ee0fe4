package io.github.clerkjakarta;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a caller must have; {@link Auth#has} answers whether it does. Whatever is missing
 * or malformed in a token counts against the caller.
 *
 * @see <a href="https://clerk.com/docs/guides/secure/authorization-checks">Clerk: authorization
 *     checks</a>
 */
public sealed interface Requirement {

  /**
   * The caller's role in its active organization; {@code admin} and {@code org:admin} are equal.
   */
  static Requirement role(String role) {
    return new Role(role);
  }

  /**
   * A permission in the active organization, for example {@code org:invoices:create}. System
   * permissions ({@code org:sys_…}) are never in a session token: require the role instead.
   */
  static Requirement permission(String permission) {
    return new Permission(permission);
  }

  /** A feature, of the organization or the user; {@code org:…} or {@code user:…} narrows it. */
  static Requirement feature(String feature) {
    return new Feature(feature);
  }

  /** A plan, of the organization or the user; {@code org:…} or {@code user:…} narrows it. */
  static Requirement plan(String plan) {
    return new Plan(plan);
  }

  /** A recent proof of the person's identity. */
  static Requirement reverification(Reverification reverification) {
    return new Recent(reverification);
  }

  /** A scope of a machine token. A session has no scopes. */
  static Requirement scope(String scope) {
    return new Scope(scope);
  }

  /**
   * A claim of a person's session that has this value, or is a list with this value in it. Dots
   * lead into claims that have members, as {@link ClaimName} says. A number is written as in {@code
   * 3} or {@code 1.5}, a boolean {@code true} or {@code false}. No machine has it: whoever makes an
   * M2M token chooses its claims.
   *
   * <pre>{@code
   * Requirement.claim("metadata.role", "admin")
   * }</pre>
   *
   * @throws IllegalArgumentException when no claim can have that name, or the value is more likely
   *     a slip: it is empty, has white space around it, or is a name in braces
   */
  static Requirement claim(String name, String value) {
    return new Claim(ClaimName.of(name), value);
  }

  /**
   * That the active organization is this one, by id or by slug. In a rule for paths, {@code {name}}
   * stands for the segment of the path that the pattern gives this name; anywhere else nobody has
   * it.
   */
  static Requirement organization(String idOrSlug) {
    return new Organization(idOrSlug);
  }

  /** This requirement and another: both must hold. */
  default Requirement and(Requirement other) {
    return new All(Stream.of(this, other).flatMap(Requirement::parts).toList());
  }

  private Stream<Requirement> parts() {
    return this instanceof All all ? all.requirements().stream() : Stream.of(this);
  }

  /** See {@link Requirement#role}. */
  record Role(String role) implements Requirement {}

  /** See {@link Requirement#permission}. */
  record Permission(String permission) implements Requirement {}

  /** See {@link Requirement#feature}. */
  record Feature(String feature) implements Requirement {}

  /** See {@link Requirement#plan}. */
  record Plan(String plan) implements Requirement {}

  /** See {@link Requirement#reverification}. */
  record Recent(Reverification reverification) implements Requirement {}

  /** See {@link Requirement#scope}. */
  record Scope(String scope) implements Requirement {}

  /** See {@link Requirement#claim}. */
  record Claim(ClaimName name, String value) implements Requirement {
    /** Refuses a value that is more likely a slip, or a setting that nobody made. */
    public Claim {
      if (value.isEmpty() || !value.strip().equals(value) || isInBraces(value)) {
        throw new IllegalArgumentException(
            "The value that "
                + name
                + " must have is empty, has white space around it, or is a name in braces, which"
                + " only an organization can be.");
      }
    }

    private static boolean isInBraces(String value) {
      return value.startsWith("{") && value.endsWith("}");
    }

    /**
     * Reads {@code metadata.role=admin}.
     *
     * @throws IllegalArgumentException when it isn't written like that
     */
    public static Claim parse(String text) {
      int equalsSign = text.indexOf('=');
      if (equalsSign < 0) {
        throw new IllegalArgumentException(
            "A claim and its value are written as in metadata.role=admin.");
      }
      return new Claim(ClaimName.of(text.substring(0, equalsSign)), text.substring(equalsSign + 1));
    }
  }

  /** See {@link Requirement#organization}. */
  record Organization(String idOrSlug) implements Requirement {}

  /** Several requirements that must all hold. An empty list never holds. */
  record All(List<Requirement> requirements) implements Requirement {
    /** Keeps an immutable copy. */
    public All {
      requirements = List.copyOf(requirements);
    }
  }
}
