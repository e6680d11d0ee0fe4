package io.github.clerkjakarta.security.internal.access;

import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class or an interface where annotations count for a method, with the method as it stands there.
 * What the method says counts in place of what the type says.
 *
 * @param method empty where the type doesn't have it
 */
record AnnotatedPlace(Optional<Method> method, Class<?> type) {

  boolean isInterface() {
    return type.isInterface();
  }

  /** What is said of roles. */
  Optional<RoleRule> roles() {
    return method.flatMap(RoleRule::on).or(() -> RoleRule.on(type));
  }

  /**
   * What {@link Protect} says; an empty list where {@code @PermitAll} on the method takes away
   * whatever would count.
   */
  Optional<List<Protect>> protect() {
    Optional<Protect> onMethod = method.map(it -> it.getAnnotation(Protect.class));
    boolean opened =
        method.flatMap(RoleRule::on).filter(RoleRule.Anyone.class::isInstance).isPresent();
    return onMethod.isPresent() || opened
        ? Optional.of(onMethod.stream().toList())
        : Optional.ofNullable(type.getAnnotation(Protect.class)).map(List::of);
  }

  /** Whether {@link DenyImpersonated} is here. */
  boolean deniesImpersonated() {
    return Stream.<AnnotatedElement>concat(Stream.of(type), method.stream())
        .anyMatch(element -> element.isAnnotationPresent(DenyImpersonated.class));
  }
}
