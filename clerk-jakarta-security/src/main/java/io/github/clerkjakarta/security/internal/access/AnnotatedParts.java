package io.github.clerkjakarta.security.internal.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.stream.Stream;

/** Where in a class an annotation may stand that protects it. */
public final class AnnotatedParts {

  private AnnotatedParts() {}

  /** The class and its methods. */
  public static Stream<AnnotatedElement> of(Class<?> type) {
    return Stream.concat(Stream.of(type), methods(type));
  }

  /** The annotations on the class and its methods that themselves have one of these. */
  public static Stream<Class<?>> composed(
      Class<?> type, Collection<Class<? extends Annotation>> annotations) {
    return of(type)
        .flatMap(part -> Stream.of(part.getAnnotations()))
        .<Class<?>>map(Annotation::annotationType)
        .filter(it -> annotations.stream().anyMatch(it::isAnnotationPresent));
  }

  /** Its methods, without those that it inherits. */
  public static Stream<Method> methods(Class<?> type) {
    try {
      return Stream.of(type.getDeclaredMethods());
    } catch (LinkageError e) {
      // A class that needs what isn't there can't be called either.
      return Stream.empty();
    }
  }
}
