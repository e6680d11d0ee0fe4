package io.github.clerkjakarta.security;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.clerkjakarta.Auth;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Refuses a caller in whose name somebody else acts ({@link Auth#actor}), where {@link Protect} may
 * stand too. On a class it holds for all methods. By itself it asks nobody to sign in.
 *
 * @see <a href="https://clerk.com/docs/guides/users/impersonation">Clerk: impersonation</a>
 */
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface DenyImpersonated {}
