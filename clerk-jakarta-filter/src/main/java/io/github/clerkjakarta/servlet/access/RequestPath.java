package io.github.clerkjakarta.servlet.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The path that rules are judged by: what the container routes, below the context path. There is
 * none where the container and an application that reads the raw address might take different
 * routes.
 */
final class RequestPath {

  private RequestPath() {}

  static Optional<String> of(HttpServletRequest request) {
    String routed = text(request.getServletPath()) + text(request.getPathInfo());
    String path = routed.isEmpty() ? "/" : routed;
    return RawPath.isPlain(text(request.getRequestURI())) && isNormal(path)
        ? Optional.of(path)
        : Optional.empty();
  }

  private static boolean isNormal(String path) {
    return path.startsWith("/")
        && !path.contains("//")
        && path.chars().noneMatch(RequestPath::isOdd)
        && PathSegments.of(path).stream().noneMatch(s -> s.equals(".") || s.equals(".."));
  }

  private static boolean isOdd(int character) {
    return Character.isISOControl(character)
        || character == '\\'
        || character == ';'
        || character == 0xfffd;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
