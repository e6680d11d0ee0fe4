package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.internal.access.RawPath;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The path that rules are judged by: what the container routes, below the context path. There is
 * none where the container and an application that reads the raw address might take different
 * routes.
 */
public final class RoutedPath {

  private static final String ROOT = "/";

  private RoutedPath() {}

  /** The path of a dispatch: of an include, the one that is included. */
  public static Optional<String> of(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.INCLUDE
        ? of(
            included(request, RequestDispatcher.INCLUDE_SERVLET_PATH),
            included(request, RequestDispatcher.INCLUDE_PATH_INFO),
            included(request, RequestDispatcher.INCLUDE_REQUEST_URI))
        : of(request.getServletPath(), request.getPathInfo(), request.getRequestURI());
  }

  /** Whether the container routes this path as the welcome file of one who asks for {@code /}. */
  static boolean isWelcomeFile(String path, HttpServletRequest request) {
    return !path.equals(ROOT)
        && (isForwardedToWelcomeFile(request)
            || (request.getDispatcherType() == DispatcherType.REQUEST
                && asksForRoot(request.getRequestURI(), request.getContextPath())));
  }

  /**
   * Whether the server's own servlet for files has forwarded one who asks for {@code /} to a
   * welcome file, as Jetty does. Other servers route to it where the request comes in.
   */
  static boolean isForwardedToWelcomeFile(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.FORWARD
        && request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String uri
        && asksForRoot(uri, request.getContextPath())
        && request.getAttribute(RequestDispatcher.FORWARD_MAPPING) instanceof HttpServletMapping by
        && by.getMappingMatch() == MappingMatch.DEFAULT
        && servesFiles(request.getServletContext().getServletRegistration(by.getServletName()));
  }

  private static boolean servesFiles(@Nullable ServletRegistration servlet) {
    return servlet != null && String.valueOf(servlet.getClassName()).endsWith(".DefaultServlet");
  }

  private static boolean asksForRoot(String uri, String contextPath) {
    int root = contextPath.length();
    return uri.startsWith(contextPath)
        && uri.startsWith(ROOT, root)
        && (uri.length() == root + 1
            || (uri.charAt(root + 1) == ';' && uri.indexOf('/', root + 1) < 0));
  }

  private static Optional<String> of(
      @Nullable String servletPath, @Nullable String pathInfo, @Nullable String uri) {
    String routed = text(servletPath) + text(pathInfo);
    String path = routed.isEmpty() ? ROOT : routed;
    return RawPath.isPlain(text(uri)) && isNormal(path) ? Optional.of(path) : Optional.empty();
  }

  private static @Nullable String included(HttpServletRequest request, String attribute) {
    return request.getAttribute(attribute) instanceof String text ? text : null;
  }

  private static boolean isNormal(String path) {
    if (!path.startsWith(ROOT) || path.endsWith("/.") || path.endsWith("/..")) {
      return false;
    }
    return !path.contains("//")
        && !path.contains("/./")
        && !path.contains("/../")
        && path.chars().noneMatch(RoutedPath::isOdd);
  }

  private static boolean isOdd(int character) {
    return Character.isISOControl(character)
        || character == '\\'
        || character == ';'
        || character == 0xfffd;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
