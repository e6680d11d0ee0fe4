package io.github.clerkjakarta.benchmarks;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.MappingMatch;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GET request that a container has read; answers at once, from memory, so that what is measured
 * is the filter. Wraps nothing: what is not overridden here is not to be called.
 */
final class ReceivedRequest extends HttpServletRequestWrapper {

  private static final HttpServletRequest NOTHING = RefusingProxy.of(HttpServletRequest.class);
  private static final int MOST_ATTRIBUTES = 16;

  private final ServletContext context;
  private final HeaderNames names;
  private final Map<String, List<String>> headers;
  private final String[] attributeNames = new String[MOST_ATTRIBUTES];
  private final Object[] attributes = new Object[MOST_ATTRIBUTES];
  private int attributeCount;

  /** A request with these headers, whose names are in lower case. */
  ReceivedRequest(ServletContext context, HeaderNames names, Map<String, List<String>> headers) {
    super(NOTHING);
    this.context = context;
    this.names = names;
    this.headers = headers;
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getScheme() {
    return "https";
  }

  @Override
  public boolean isSecure() {
    return true;
  }

  @Override
  public String getProtocol() {
    return "HTTP/1.1";
  }

  @Override
  public String getServerName() {
    return "app.example.com";
  }

  @Override
  public int getServerPort() {
    return 443;
  }

  @Override
  public String getRemoteAddr() {
    return "192.0.2.1";
  }

  @Override
  public String getRequestURI() {
    return "/invoices";
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer("https://app.example.com/invoices");
  }

  @Override
  public String getQueryString() {
    return "page=2&sort=date";
  }

  @Override
  public String getContextPath() {
    return "";
  }

  @Override
  public String getServletPath() {
    return "/invoices";
  }

  @Override
  public @Nullable String getPathInfo() {
    return null;
  }

  @Override
  public HttpServletMapping getHttpServletMapping() {
    return Invoices.MAPPING;
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public boolean isAsyncSupported() {
    return true;
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }

  @Override
  public @Nullable HttpSession getSession(boolean create) {
    return null;
  }

  @Override
  public @Nullable String getHeader(String name) {
    List<String> values = values(name);
    return values.isEmpty() ? null : values.get(0);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return Collections.enumeration(values(name));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(headers.keySet());
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return null;
  }

  @Override
  public @Nullable String getRemoteUser() {
    return null;
  }

  @Override
  public @Nullable String getAuthType() {
    return null;
  }

  @Override
  public boolean isUserInRole(String role) {
    return false;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    int place = place(name);
    return place < attributeCount ? attributes[place] : null;
  }

  @Override
  public void setAttribute(String name, Object value) {
    int place = place(name);
    attributeNames[place] = name;
    attributes[place] = value;
    attributeCount = Math.max(attributeCount, place + 1);
  }

  @Override
  public void removeAttribute(String name) {
    int place = place(name);
    if (place < attributeCount) {
      attributeCount--;
      attributeNames[place] = attributeNames[attributeCount];
      attributes[place] = attributes[attributeCount];
    }
  }

  private int place(String name) {
    int place = 0;
    while (place < attributeCount && !attributeNames[place].equals(name)) {
      place++;
    }
    return place;
  }

  private List<String> values(String name) {
    return headers.getOrDefault(names.inLowerCase(name), List.of());
  }

  /** The servlet that the request is for. */
  private enum Invoices implements HttpServletMapping {
    MAPPING;

    @Override
    public String getMatchValue() {
      return "invoices";
    }

    @Override
    public String getPattern() {
      return "/invoices";
    }

    @Override
    public String getServletName() {
      return "invoices";
    }

    @Override
    public MappingMatch getMappingMatch() {
      return MappingMatch.EXACT;
    }
  }
}
