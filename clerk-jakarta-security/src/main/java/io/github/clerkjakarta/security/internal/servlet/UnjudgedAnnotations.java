package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import java.util.Set;

/** Annotations that protect nothing in an application without our mechanism. */
final class UnjudgedAnnotations {

  private UnjudgedAnnotations() {}

  /**
   * Refuses classes that have one.
   *
   * @throws ClerkConfigurationException that names the first of them
   */
  static void refuse(Set<Class<?>> classes) {
    classes.stream()
        .filter(UnjudgedAnnotations::isJudged)
        .findFirst()
        .ifPresent(
            type -> {
              throw new ClerkConfigurationException(
                  "Nobody judges the @Protect or @DenyImpersonated on "
                      + type.getName()
                      + ", because this application has no mechanism of Clerk's: set"
                      + " clerk.security.auto to true, or put"
                      + " @ClerkAuthenticationMechanismDefinition on a class, or take the"
                      + " annotation away.");
            });
  }

  private static boolean isJudged(Class<?> type) {
    return AnnotatedParts.of(type)
        .anyMatch(
            part ->
                part.isAnnotationPresent(Protect.class)
                    || part.isAnnotationPresent(DenyImpersonated.class));
  }
}
