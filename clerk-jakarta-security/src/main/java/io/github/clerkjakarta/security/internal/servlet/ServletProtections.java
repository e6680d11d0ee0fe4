package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.security.internal.access.Protection;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the annotations of the servlets of an application ask of their callers. */
final class ServletProtections {

  /** Any method beyond those that HttpServlet knows is judged by the class. */
  private static final Map<String, String> METHODS =
      Map.of(
          "GET", "doGet",
          "HEAD", "doHead",
          "POST", "doPost",
          "PUT", "doPut",
          "DELETE", "doDelete",
          "OPTIONS", "doOptions",
          "TRACE", "doTrace",
          "PATCH", "doPatch");

  private final ServletContext context;
  private final Map<Target, Optional<Protection>> known = new ConcurrentHashMap<>();

  ServletProtections(ServletContext context) {
    this.context = context;
  }

  /** What the servlet asks that a request is for; empty when that is nothing. */
  Optional<Protection> of(HttpServletRequest request) {
    String method = METHODS.get(request.getMethod().toUpperCase(Locale.ROOT));
    return CalledServlet.nameOf(request, context)
        .flatMap(servlet -> known.computeIfAbsent(new Target(servlet, method), this::protection));
  }

  private Optional<Protection> protection(Target target) {
    return type(target.servlet())
        .map(
            type ->
                method(type, target.method())
                    .map(method -> Protection.of(type, method))
                    .orElseGet(() -> Protection.of(type)))
        .filter(protection -> !protection.asksNothing());
  }

  /** The class of a servlet; empty for a JSP and for servlets of the server's own. */
  private Optional<Class<?>> type(String servlet) {
    ServletRegistration registration = context.getServletRegistration(servlet);
    if (registration == null || registration.getClassName() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Class.forName(registration.getClassName(), false, context.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      // A class that the application can't see isn't the application's.
      return Optional.empty();
    }
  }

  /** The method that serves; HttpServlet answers HEAD by doGet. */
  private static Optional<Method> method(Class<?> type, @Nullable String name) {
    Optional<Method> method =
        name == null
            ? Optional.empty()
            : Stream.<Class<?>>iterate(
                    type, at -> at != null && at != HttpServlet.class, Class::getSuperclass)
                .flatMap(at -> Stream.of(at.getDeclaredMethods()))
                .filter(declared -> declared.getName().equals(name))
                .filter(ServletProtections::serves)
                .findFirst();
    return method.isEmpty() && "doHead".equals(name) ? method(type, "doGet") : method;
  }

  private static boolean serves(Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    return parameters.length == 2
        && parameters[0].equals(HttpServletRequest.class)
        && parameters[1].equals(HttpServletResponse.class);
  }

  private record Target(String servlet, @Nullable String method) {}
}
