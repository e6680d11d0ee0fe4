package io.github.clerkjakarta.security.internal.access;

import io.github.clerkjakarta.security.internal.identity.Caller;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the annotations of Jakarta Annotations ask of a caller (Jakarta Annotations 2.1, chapter 2).
 */
sealed interface RoleRule {

  /** {@code @PermitAll}: nothing. */
  record Anyone() implements RoleRule {
    @Override
    public boolean admits(Caller caller) {
      return true;
    }
  }

  /** {@code @DenyAll}: what nobody has. */
  record NoOne() implements RoleRule {
    @Override
    public boolean admits(Caller caller) {
      return false;
    }
  }

  /** {@code @RolesAllowed}: one of these roles. */
  record AnyOf(Set<String> roles) implements RoleRule {
    @Override
    public boolean admits(Caller caller) {
      return roles.stream().anyMatch(caller::isInRole);
    }
  }

  boolean admits(Caller caller);

  /** What is said here. Where several are, the strictest counts. */
  static Optional<RoleRule> on(AnnotatedElement element) {
    if (element.isAnnotationPresent(DenyAll.class)) {
      return Optional.of(new NoOne());
    }
    RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
    if (allowed != null) {
      return Optional.of(new AnyOf(Set.copyOf(List.of(allowed.value()))));
    }
    return element.isAnnotationPresent(PermitAll.class)
        ? Optional.of(new Anyone())
        : Optional.empty();
  }
}
