package io.github.clerkjakarta.security;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClaimName;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A claim of the caller's token, as {@code Optional<String>}, {@code Optional<Long>} or {@code
 * Optional<Boolean>}, or all its values as text, {@code Optional<List<String>>}; empty for nobody,
 * and for a claim that is missing or of another type.
 *
 * <pre>{@code
 * @Inject @Claim("email") Optional<String> email;
 * }</pre>
 *
 * <p>It is read when it is injected. So it can be injected into what lives as long as a request, at
 * most: a {@code @RequestScoped} bean, or a REST resource without a scope. Anything else fails the
 * deployment; inject {@link Auth} there.
 */
@Documented
@Qualifier
@Retention(RUNTIME)
@Target({FIELD, METHOD, PARAMETER})
public @interface Claim {

  /**
   * The name of the claim. Dots lead into claims that have members, {@code metadata.role}, as
   * {@link ClaimName} says; a name that no claim can have fails the deployment.
   */
  @Nonbinding
  String value();
}
