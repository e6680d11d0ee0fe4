package io.github.clerkjakarta.security.internal.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The name of the servlet that a dispatch calls. Of an include it is found by its path (Servlet
 * 12.1): {@code INCLUDE_MAPPING} is on WildFly the mapping of the page that includes.
 */
final class CalledServlet {

  private CalledServlet() {}

  /** Empty when the container has no servlet of the application's there. */
  static Optional<String> nameOf(HttpServletRequest request, ServletContext context) {
    return request.getDispatcherType() == DispatcherType.INCLUDE
            && request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH) instanceof String path
        ? included(path, request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO) != null, context)
        : Optional.ofNullable(request.getHttpServletMapping().getServletName())
            .filter(name -> !name.isEmpty());
  }

  private static Optional<String> included(String path, boolean hasInfo, ServletContext context) {
    String extension = "*" + path.substring(Math.max(path.lastIndexOf('.'), 0));
    return (hasInfo ? Stream.of(path + "/*", path) : Stream.of(path, path + "/*", extension, "/"))
        .flatMap(pattern -> mapped(pattern, context).stream())
        .findFirst();
  }

  private static Optional<String> mapped(String pattern, ServletContext context) {
    return context.getServletRegistrations().values().stream()
        .filter(servlet -> servlet.getMappings().contains(pattern))
        .map(ServletRegistration::getName)
        .findFirst();
  }
}
