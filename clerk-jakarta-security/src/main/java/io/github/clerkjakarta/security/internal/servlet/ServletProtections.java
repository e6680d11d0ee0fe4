package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.security.internal.access.Protection;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the annotations of the servlets of an application ask of their callers. */
final class ServletProtections {

  private final ServletContext context;
  private final Map<Target, List<Protection>> known = new ConcurrentHashMap<>();

  ServletProtections(ServletContext context) {
    this.context = context;
  }

  /** All that the servlet asks that a request is for. */
  List<Protection> of(HttpServletRequest request) {
    return CalledServlet.nameOf(request, context)
        .map(servlet -> of(servlet, request))
        .orElseGet(List::of);
  }

  /** All that a servlet asks of a request. */
  List<Protection> of(String servlet, HttpServletRequest request) {
    String method = request.getMethod().toUpperCase(Locale.ROOT);
    return known.computeIfAbsent(
        new Target(servlet, ServletMethods.isKnown(method) ? method : ""), this::protections);
  }

  private List<Protection> protections(Target target) {
    return ServletMethods.of(context, target.servlet()).stream()
        .flatMap(methods -> protections(methods, target.method()))
        .filter(protection -> !protection.asksNothing())
        .toList();
  }

  private static Stream<Protection> protections(ServletMethods methods, String method) {
    List<Protection> ofMethods =
        methods
            .answering(method)
            .map(answering -> Protection.of(methods.type(), answering))
            .toList();
    return ofMethods.isEmpty() ? Stream.of(Protection.of(methods.type())) : ofMethods.stream();
  }

  /**
   * A servlet and a method of HTTP, which is empty for all that no servlet has a method for: they
   * are judged by the class.
   */
  private record Target(String servlet, String method) {}
}
