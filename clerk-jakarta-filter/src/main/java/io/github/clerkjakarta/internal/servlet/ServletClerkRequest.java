package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.request.PublicAddress;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a servlet request: its address and headers, never its body or parameters. */
final class ServletClerkRequest implements ClerkRequest {

  /** Headers that browsers and proxies send once; of several the first is read. */
  private static final Set<String> FIRST_COUNTS =
      Set.of(
          "accept",
          "host",
          "referer",
          "sec-fetch-dest",
          "user-agent",
          "x-forwarded-host",
          "x-forwarded-proto");

  private final HttpServletRequest request;
  private final String path;
  private final String query;

  /** Keeps the address that the browser asked for: a forwarded request says another. */
  private ServletClerkRequest(HttpServletRequest request) {
    this.request = request;
    boolean forwarded = request.getDispatcherType() == DispatcherType.FORWARD;
    this.path =
        path(
            forwarded
                ? text(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI))
                : request.getRequestURI());
    String sent =
        forwarded
            ? text(request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING))
            : request.getQueryString();
    this.query = sent == null ? "" : sent;
  }

  /**
   * A request, to be read once.
   *
   * @param address where browsers see the application
   */
  static IncomingRequest read(HttpServletRequest request, PublicAddress address) {
    return IncomingRequest.ofBrowser(new ServletClerkRequest(request), address);
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String url() {
    return rootUrl() + path.substring(1) + (query.isEmpty() ? "" : "?" + query);
  }

  @Override
  public String rootUrl() {
    boolean secure = "https".equalsIgnoreCase(request.getScheme());
    int port = request.getServerPort();
    boolean standard = port <= 0 || port == (secure ? 443 : 80);
    return (secure ? "https://" : "http://") + host() + (standard ? "/" : ":" + port + "/");
  }

  @Override
  public String query() {
    return query;
  }

  @Override
  public List<String> header(String name) {
    String first = request.getHeader(name);
    if (first == null) {
      return List.of();
    }
    if (FIRST_COUNTS.contains(name)) {
      return List.of(first);
    }
    Enumeration<String> values = request.getHeaders(name);
    List<String> some = values.hasMoreElements() ? List.of(values.nextElement()) : List.of();
    if (!values.hasMoreElements()) {
      return some;
    }
    List<String> all = new ArrayList<>(some);
    values.asIterator().forEachRemaining(all::add);
    return all;
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
    String context = request.getContextPath();
    return context == null ? "" : context;
  }

  /** "OPTIONS *" and CONNECT have no path. */
  private static String path(@Nullable String uri) {
    return uri == null || !uri.startsWith("/") ? "/" : uri;
  }

  private static @Nullable String text(@Nullable Object attribute) {
    return attribute instanceof String text ? text : null;
  }

  private String host() {
    String name = request.getServerName();
    if (name == null || name.isEmpty()) {
      return "localhost";
    }
    return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
  }
}
