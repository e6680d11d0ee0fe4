package io.github.clerkjakarta.security.internal.servlet;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the methods of REST resources by their annotations, which may stand on what the method
 * overrides (Jakarta RESTful Web Services 3.1, section 3.6). By name, for a server may have none.
 */
final class RestMethods {

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
  static boolean leadsOn(Class<?> type, Method method) {
    return annotations(type, method).anyMatch(annotation -> isNamed(annotation, PATH))
        && !answers(type, method);
  }

  private static boolean isNamed(Annotation annotation, String name) {
    return annotation.annotationType().getName().equals(name);
  }

  private static Stream<Annotation> annotations(Class<?> type, Method method) {
    Set<Class<?>> all = new LinkedHashSet<>();
    collect(type, all);
    return all.stream()
        .flatMap(AnnotatedParts::methods)
        .filter(declared -> declared.getName().equals(method.getName()))
        .filter(declared -> Arrays.equals(declared.getParameterTypes(), method.getParameterTypes()))
        .flatMap(declared -> Stream.of(declared.getAnnotations()));
  }

  private static void collect(@Nullable Class<?> type, Set<Class<?>> all) {
    if (type != null && all.add(type)) {
      collect(type.getSuperclass(), all);
      Stream.of(type.getInterfaces()).forEach(it -> collect(it, all));
    }
  }
}
