package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.security.internal.access.AnnotatedParts;
import io.github.clerkjakarta.security.internal.access.Inheritance;
import io.github.clerkjakarta.security.internal.access.Protection;
import io.github.clerkjakarta.security.internal.application.EnterpriseBeans;
import jakarta.servlet.Filter;
import jakarta.servlet.annotation.WebListener;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A filter, a listener or a WebSocket endpoint: the server calls it past every interceptor, though
 * it be a bean as well, and judges none of its annotations. An enterprise bean has a container that
 * does.
 *
 * @param type the class
 */
record CalledByServer(Class<?> type) {

  /** By name, for a server may have no WebSockets. */
  static final String ENDPOINT = "jakarta.websocket.server.ServerEndpoint";

  /** What an endpoint extends that code registers; by name as well. */
  private static final String PROGRAMMATIC_ENDPOINT = "jakarta.websocket.Endpoint";

  /** Those among some classes. */
  static Stream<CalledByServer> among(Stream<Class<?>> classes) {
    return classes
        .map(CalledByServer::new)
        .filter(it -> it.isFilter() || it.isListener() || it.isEndpoint())
        .filter(it -> !EnterpriseBeans.include(it.type));
  }

  /** Where an annotation of its own or of what it inherits asks something of a caller. */
  Optional<String> annotatedPlace() {
    Stream<String> whole =
        Protection.of(type).asksNothing() ? Stream.empty() : Stream.of(type.getName());
    return Stream.concat(whole, annotatedMethods()).findFirst();
  }

  /** Where it should be instead. */
  String cure() {
    return isEndpoint()
        ? "a WebSocket is judged when it is opened, by a rule or a <security-constraint> for its"
            + " path."
        : "put the annotation on a servlet, a REST method or a bean.";
  }

  private Stream<String> annotatedMethods() {
    return Inheritance.types(type)
        .flatMap(AnnotatedParts::methods)
        .filter(method -> !method.isSynthetic() && !Protection.of(type, method).asksNothing())
        .map(method -> type.getName() + "." + method.getName());
  }

  private boolean isFilter() {
    return Filter.class.isAssignableFrom(type);
  }

  private boolean isListener() {
    return type.isAnnotationPresent(WebListener.class);
  }

  private boolean isEndpoint() {
    return Stream.of(type.getAnnotations())
            .map(Annotation::annotationType)
            .anyMatch(annotation -> annotation.getName().equals(ENDPOINT))
        || Inheritance.types(type).anyMatch(it -> it.getName().equals(PROGRAMMATIC_ENDPOINT));
  }
}
