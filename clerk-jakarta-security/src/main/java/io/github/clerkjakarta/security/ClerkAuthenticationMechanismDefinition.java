package io.github.clerkjakarta.security;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * On any class of an application: Clerk says who is calling. Jakarta Security then knows the caller
 * and its groups everywhere, and {@code @RolesAllowed("org:invoices:create")} holds.
 *
 * <pre>{@code
 * @ClerkAuthenticationMechanismDefinition
 * @ApplicationPath("/api")
 * public class Api extends Application {}
 * }</pre>
 *
 * <p>Every attribute is a setting that may be made elsewhere as well (init parameter, MicroProfile
 * Config, system property, environment variable), under the name that is given; here it counts
 * first. Text may hold expressions of Jakarta Expression Language, {@code ${…}} or {@code #{…}},
 * which are evaluated once, when the application starts; in place of one entry of a list, an
 * expression may have a list or an array of them. An empty text sets nothing.
 *
 * <p>The annotation is a stereotype, so that CDI finds the class without a beans.xml.
 *
 * <p>In place of the annotation, {@code clerk.security.auto=true} does, as system property, in
 * MicroProfile Config or as {@code CLERK_SECURITY_AUTO}. Without either, this library does nothing.
 *
 * @see <a href="https://jakarta.ee/specifications/security/3.0/">Jakarta Security 3.0, chapter
 *     2</a>
 */
@Documented
@Retention(RUNTIME)
@Stereotype
@Target(TYPE)
public @interface ClerkAuthenticationMechanismDefinition {

  /** {@code clerk.publishableKey}: the publishable key, {@code pk_…}. */
  String publishableKey() default "";

  /** {@code clerk.secretKey}: the secret key, {@code sk_…}. Better an expression than the key. */
  String secretKey() default "";

  /** {@code clerk.jwtKey}: the public key of the instance in PEM form. */
  String jwtKey() default "";

  /** {@code clerk.signInUrl}: the page where people sign in. */
  String signInUrl() default "";

  /** {@code clerk.signUpUrl}: the page where people sign up. */
  String signUpUrl() default "";

  /** {@code clerk.publicUrl}: where browsers see the application. */
  String publicUrl() default "";

  /** {@code clerk.authorizedParties}: the origins that session tokens may have been issued to. */
  String[] authorizedParties() default {};

  /** {@code clerk.rules}: which paths need whom. */
  String rules() default "";

  /**
   * {@code clerk.security.callerNameClaim}: the claim of a session token that names the caller. The
   * user's id unless set. A session without that claim counts as signed out.
   */
  String callerNameClaim() default "";

  /**
   * {@code clerk.security.groupClaims}: claims of a session token whose values become groups: a
   * claim {@code department} with the value {@code sales} becomes the group {@code
   * department:sales}. None unless set.
   */
  String[] groupClaims() default {};

  /**
   * {@code clerk.roles.…}: names of roles for groups, such as {@code "ADMIN=org:admin"}. Of several
   * groups, with commas between them, one is enough.
   */
  String[] roles() default {};

  /** Any other setting, such as {@code "clerk.clockSkew=2s"}. */
  String[] settings() default {};

  /**
   * Tells Clerk's mechanism from others of the same application, for an {@code
   * HttpAuthenticationMechanismHandler}, which chooses one for each request (since Jakarta Security
   * 4.0, in Jakarta EE 11).
   *
   * <pre>{@code
   * @Inject @ClerkAuthenticationMechanism HttpAuthenticationMechanism clerk;
   * }</pre>
   *
   * @see <a href="https://jakarta.ee/specifications/security/4.0/">Jakarta Security 4.0, chapter
   *     2</a>
   */
  @Documented
  @Qualifier
  @Retention(RUNTIME)
  @Target({FIELD, METHOD, PARAMETER, TYPE})
  @interface ClerkAuthenticationMechanism {}
}
