package io.github.clerkjakarta.security;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.Requirement;
import io.github.clerkjakarta.Reverification;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.Optional;

/**
 * Who may call this: on a REST resource, a servlet, an enterprise bean or a CDI bean, or on one of
 * its methods. Somebody must be signed in, and every member that is given must hold. The checks are
 * those of {@link Auth#has}, so that no role needs to be declared anywhere.
 *
 * <pre>{@code
 * @DELETE
 * @Path("{slug}/invoices/{id}")
 * @Protect(permission = "org:invoices:delete", organization = "{slug}", reverification = STRICT)
 * public void delete(@PathParam("slug") String slug, @PathParam("id") String id) {…}
 * }</pre>
 *
 * <p>On a method it counts in place of the one on its class; {@code @PermitAll} on a method takes
 * away the one on its class as well. Beside {@code @RolesAllowed}, both must hold. On a servlet,
 * the method is {@code doGet} and its like.
 *
 * <p>Nobody is asked to sign in, a caller who may not is refused with 403, and one who only has to
 * verify again gets 403 with the body by which ClerkJS opens its dialog. A bean's caller sees an
 * {@link AccessDeniedException}; where nobody catches it, a REST resource or a servlet answers the
 * same. A call outside of any request is refused. A method that an object calls on itself isn't
 * judged: interceptors don't see it. In an application without Clerk's mechanism nobody would judge
 * anything, so the deployment fails.
 *
 * @see <a href="https://clerk.com/docs/guides/secure/authorization-checks">Clerk: authorization
 *     checks</a>
 */
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Protect {

  /** The role in the active organization, {@code org:admin}; {@link Requirement#role}. */
  String role() default "";

  /** A permission in the active organization; {@link Requirement#permission}. */
  String permission() default "";

  /** A feature of the organization or the user; {@link Requirement#feature}. */
  String feature() default "";

  /** A plan of the organization or the user; {@link Requirement#plan}. */
  String plan() default "";

  /**
   * A claim and the value that it has, or has in a list: {@code metadata.role=admin}; {@link
   * Requirement#claim}.
   */
  String claim() default "";

  /** How recently the person must have proved who they are; no matter unless set. */
  Preset reverification() default Preset.NONE;

  /**
   * The organization, by id or slug, that must be the active one:
   *
   * <ul>
   *   <li>{@code "{slug}"}: what a parameter of the method has that is called {@code slug}; else
   *       what the path of the REST resource has there. Parameters have names when compiled with
   *       {@code -parameters}.
   *   <li>{@code "/orgs/{slug}/**"}: what the path of the request has there, below the context
   *       path. For servlets, which have no names in their paths.
   *   <li>Anything else is the id or slug itself.
   * </ul>
   *
   * <p>What can't be found out, nobody has.
   */
  String organization() default "";

  /**
   * How recently a person must have proved again who they are: the presets of Clerk.
   *
   * @see <a href="https://clerk.com/docs/guides/secure/reverification">Clerk: reverification</a>
   */
  enum Preset {
    /** No matter how long ago. */
    NONE,
    /** The second factor within a day. */
    LAX,
    /** The second factor within an hour. */
    MODERATE,
    /** The second factor within 10 minutes. */
    STRICT,
    /** Both factors within 10 minutes. */
    STRICT_MFA;

    /** What it stands for; empty for {@link #NONE}. */
    public Optional<Reverification> reverification() {
      return switch (this) {
        case NONE -> Optional.empty();
        case LAX -> Optional.of(Reverification.LAX);
        case MODERATE -> Optional.of(Reverification.MODERATE);
        case STRICT -> Optional.of(Reverification.STRICT);
        case STRICT_MFA -> Optional.of(Reverification.STRICT_MFA);
      };
    }
  }
}
