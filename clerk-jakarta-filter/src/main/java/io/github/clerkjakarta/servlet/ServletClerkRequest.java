package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.ClerkRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a servlet request: its address and headers, never its body or parameters. */
final class ServletClerkRequest implements ClerkRequest {

  private final HttpServletRequest request;
  private final String path;
  private final @Nullable String query;

  /** Keeps the address as it is now: some servers say another once the request is forwarded. */
  ServletClerkRequest(HttpServletRequest request) {
    this.request = request;
    this.path = path(request.getRequestURI());
    this.query = request.getQueryString();
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String url() {
    String scheme = "https".equalsIgnoreCase(request.getScheme()) ? "https" : "http";
    int port = request.getServerPort();
    boolean standard = port <= 0 || port == (scheme.equals("https") ? 443 : 80);
    return scheme
        + "://"
        + host()
        + (standard ? "" : ":" + port)
        + path
        + (query == null ? "" : "?" + query);
  }

  /**
   * A path that can't be read as anything else: "OPTIONS *" and CONNECT have none, and behind a
   * second slash at the start a host could be seen, to which a redirect would lead.
   */
  private static String path(@Nullable String uri) {
    if (uri == null || !uri.startsWith("/")) {
      return "/";
    }
    int start = 0;
    while (start + 1 < uri.length() && "/\\".indexOf(uri.charAt(start + 1)) >= 0) {
      start++;
    }
    return "/" + uri.substring(start + 1);
  }

  @Override
  public List<String> header(String name) {
    Enumeration<String> values = request.getHeaders(name);
    return values == null ? List.of() : Collections.list(values);
  }

  @Override
  public Set<String> headerNames() {
    Enumeration<String> names = request.getHeaderNames();
    return names == null
        ? Set.of()
        : Collections.list(names).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String contextPath() {
    String path = request.getContextPath();
    return path == null ? "" : path;
  }

  private String host() {
    String name = request.getServerName();
    if (name == null || name.isEmpty()) {
      return "localhost";
    }
    return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
  }
}
