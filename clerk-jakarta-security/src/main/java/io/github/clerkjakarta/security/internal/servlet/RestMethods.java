package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.security.internal.access.Inheritance;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/**
 * Tells the methods of REST resources by their annotations, which may stand on what the method
 * overrides (Jakarta RESTful Web Services 3.1, section 3.6). By name, for a server may have none.
 */
public final class RestMethods {

  private static final String PATH = "jakarta.ws.rs.Path";
  private static final String DESIGNATOR = "jakarta.ws.rs.HttpMethod";

  private RestMethods() {}

  /** Whether a method answers requests: its call is judged, whoever has made the resource. */
  static boolean answers(Class<?> type, Method method) {
    return annotations(type, method)
        .flatMap(annotation -> Stream.of(annotation.annotationType().getAnnotations()))
        .anyMatch(annotation -> isNamed(annotation, DESIGNATOR));
  }

  /** Whether a method hands on to another resource: the server calls it before any filter. */
  public static boolean leadsOn(Class<?> type, Method method) {
    return annotations(type, method).anyMatch(annotation -> isNamed(annotation, PATH))
        && !answers(type, method);
  }

  private static boolean isNamed(Annotation annotation, String name) {
    return annotation.annotationType().getName().equals(name);
  }

  private static Stream<Annotation> annotations(Class<?> type, Method method) {
    return Inheritance.declarations(type, method)
        .flatMap(declared -> Stream.of(declared.getAnnotations()));
  }
}
