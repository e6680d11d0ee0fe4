package io.github.clerkjakarta.security.internal.application;

import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.stream.Stream;

/** Tells enterprise beans by their annotations. By name, for a server may have none. */
public final class EnterpriseBeans {

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "jakarta.ejb.Stateless",
          "jakarta.ejb.Stateful",
          "jakarta.ejb.Singleton",
          "jakarta.ejb.MessageDriven");

  private EnterpriseBeans() {}

  /** Whether this is one. */
  public static boolean include(Class<?> type) {
    return Stream.of(type.getAnnotations())
        .map(Annotation::annotationType)
        .map(Class::getName)
        .anyMatch(ANNOTATIONS::contains);
  }
}
