package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import io.github.clerkjakarta.security.internal.access.AnnotatedParts;
import io.github.clerkjakarta.security.internal.access.Inheritance;
import io.github.clerkjakarta.security.internal.access.Protection;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The methods by which a servlet answers: {@code service} where the application has written one,
 * else {@code doGet} and its like.
 *
 * @param type the class of the servlet
 */
record ServletMethods(Class<?> type) {

  private static final Map<String, String> BY_HTTP_METHOD =
      Map.of(
          "GET", "doGet",
          "HEAD", "doHead",
          "POST", "doPost",
          "PUT", "doPut",
          "DELETE", "doDelete",
          "OPTIONS", "doOptions",
          "TRACE", "doTrace",
          "PATCH", "doPatch");

  private static final String SERVICE = "service";

  private static final Set<Class<?>> OF_SERVLETS =
      Set.of(HttpServlet.class, GenericServlet.class, Object.class);

  private static final List<Class<? extends Annotation>> ANNOTATIONS =
      List.of(
          Protect.class,
          DenyImpersonated.class,
          RolesAllowed.class,
          PermitAll.class,
          DenyAll.class);

  /** Whether servlets have a method for this method of HTTP. */
  static boolean isKnown(String httpMethod) {
    return BY_HTTP_METHOD.containsKey(httpMethod);
  }

  /** Those of a servlet; empty for a JSP and for servlets of the server's own. */
  static Optional<ServletMethods> of(ServletContext context, String servlet) {
    ServletRegistration registration = context.getServletRegistration(servlet);
    if (registration == null || registration.getClassName() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ServletMethods(
              Class.forName(registration.getClassName(), false, context.getClassLoader())));
    } catch (ClassNotFoundException | LinkageError e) {
      // A class that the application can't see isn't the application's.
      return Optional.empty();
    }
  }

  /** Those of all servlets. */
  static Stream<ServletMethods> ofAll(ServletContext context) {
    return context.getServletRegistrations().keySet().stream()
        .flatMap(servlet -> of(context, servlet).stream());
  }

  /** Whether anything is asked of whoever calls the servlet, by any method. */
  boolean areProtected() {
    return !Protection.of(type).asksNothing()
        || written().anyMatch(method -> !Protection.of(type, method).asksNothing());
  }

  /** All that answer a method of HTTP; HttpServlet answers HEAD by doGet. */
  Stream<Method> answering(String httpMethod) {
    List<Method> services = services().toList();
    if (!services.isEmpty()) {
      return services.stream();
    }
    Optional<Method> method = answeringAlone(httpMethod);
    return (method.isEmpty() && httpMethod.equals("HEAD") ? answeringAlone("GET") : method)
        .stream();
  }

  /**
   * Refuses annotations on methods that no request is judged by.
   *
   * @throws ClerkConfigurationException that names the first of them
   */
  void refuseUnjudged() {
    boolean decides = services().findAny().isPresent();
    annotated()
        .filter(method -> !(decides ? isService(method) : isService(method) || isOfHttp(method)))
        .findFirst()
        .ifPresent(
            method -> {
              throw new ClerkConfigurationException(
                  "Nobody would judge the annotation on "
                      + method.getDeclaringClass().getName()
                      + "."
                      + method.getName()
                      + (decides && isOfHttp(method)
                          ? ": the service method of "
                              + type.getName()
                              + " decides what answers. Put the annotation on that or on the class."
                          : ": no server calls it. Put the annotation on doGet and its like, or on"
                              + " the class."));
            });
  }

  private Stream<Method> annotated() {
    return Inheritance.types(type)
        .flatMap(AnnotatedParts::methods)
        .filter(method -> ANNOTATIONS.stream().anyMatch(method::isAnnotationPresent));
  }

  /** The application's own; the one for any protocol leads to the one for HTTP, or doesn't. */
  private Stream<Method> services() {
    return written().filter(ServletMethods::isService);
  }

  private Optional<Method> answeringAlone(String httpMethod) {
    return written()
        .filter(ServletMethods::isOfHttp)
        .filter(method -> method.getName().equals(BY_HTTP_METHOD.get(httpMethod)))
        .findFirst();
  }

  /** What the application has written, that of the class before that of what it extends. */
  private Stream<Method> written() {
    return Inheritance.types(type)
        .filter(at -> !at.isInterface() && !OF_SERVLETS.contains(at))
        .flatMap(AnnotatedParts::methods)
        .filter(method -> !method.isBridge());
  }

  private static boolean isService(Method method) {
    return method.getName().equals(SERVICE)
        && (takes(method, HttpServletRequest.class, HttpServletResponse.class)
            || takes(method, ServletRequest.class, ServletResponse.class));
  }

  private static boolean isOfHttp(Method method) {
    return BY_HTTP_METHOD.containsValue(method.getName())
        && takes(method, HttpServletRequest.class, HttpServletResponse.class);
  }

  private static boolean takes(Method method, Class<?>... parameters) {
    return List.of(method.getParameterTypes()).equals(List.of(parameters));
  }
}
