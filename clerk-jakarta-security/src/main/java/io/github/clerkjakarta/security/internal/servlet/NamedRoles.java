package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import io.github.clerkjakarta.security.internal.access.AnnotatedParts;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The names of roles in the annotations of a class and its methods. */
final class NamedRoles {

  private NamedRoles() {}

  static Stream<String> of(Class<?> type) {
    return Stream.of(
            named(type, DeclareRoles.class, DeclareRoles::value),
            named(type, ServletSecurity.class, NamedRoles::constrained),
            named(
                type,
                ClerkAuthenticationMechanismDefinition.class,
                definition ->
                    Stream.of(definition.roles())
                        .map(pair -> pair.replaceFirst("=.*", "").strip())
                        .toArray(String[]::new)),
            AnnotatedParts.of(type)
                .flatMap(element -> named(element, RolesAllowed.class, RolesAllowed::value)))
        .flatMap(names -> names)
        .filter(NamedRoles::isDeclarable);
  }

  /** What stands for any role or any caller is no role, and an empty name is none either. */
  private static boolean isDeclarable(String role) {
    return !role.isBlank() && !role.equals("*") && !role.equals("**") && !role.contains("{");
  }

  private static String[] constrained(ServletSecurity constraint) {
    return Stream.concat(
            Stream.of(constraint.value().rolesAllowed()),
            Stream.of(constraint.httpMethodConstraints())
                .map(HttpMethodConstraint::rolesAllowed)
                .flatMap(Stream::of))
        .toArray(String[]::new);
  }

  private static <A extends Annotation> Stream<String> named(
      AnnotatedElement element, Class<A> annotation, Function<A, String[]> roles) {
    return Optional.ofNullable(element.getAnnotation(annotation)).map(roles).stream()
        .flatMap(Stream::of);
  }
}
