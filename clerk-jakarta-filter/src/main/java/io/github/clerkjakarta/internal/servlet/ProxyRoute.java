package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.internal.proxy.FrontendApi;
import io.github.clerkjakarta.internal.request.PublicAddress;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.servlet.proxy.FrontendApiProxyServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way to Clerk's Frontend API through this application. Nobody on it is asked who they are: a
 * browser may be on its way to find that out. It is told by the servlet that the container is about
 * to call and not by a path, so it leads nowhere else.
 *
 * @param servlet the name of the servlet at its end
 * @param contextPath of the application
 * @param path of the servlet, below the context path
 */
record ProxyRoute(String servlet, String contextPath, String path) {

  private static final String BELOW = "/*";

  /** The way of an application; empty where it has none. */
  static Optional<ProxyRoute> in(ServletContext context) {
    return RegisteredServlets.of(FrontendApiProxyServlet.class, context)
        .flatMap(servlet -> waysTo(servlet, context.getContextPath()))
        .findFirst();
  }

  private static Stream<ProxyRoute> waysTo(ServletRegistration servlet, String contextPath) {
    return servlet.getMappings().stream()
        .filter(mapping -> mapping.endsWith(BELOW) && mapping.length() > BELOW.length())
        .map(
            mapping ->
                new ProxyRoute(
                    servlet.getName(),
                    contextPath,
                    mapping.substring(0, mapping.length() - BELOW.length())));
  }

  /** Whether a request has come here by it. */
  boolean isTakenBy(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      return false;
    }
    HttpServletMapping mapping = request.getHttpServletMapping();
    return mapping != null
        && mapping.getMappingMatch() == MappingMatch.PATH
        && servlet.equals(mapping.getServletName());
  }

  /** These options, with the proxy that follows from this way unless they name one. */
  ClerkOptions in(ClerkOptions options) {
    if (options.proxyUrl().isPresent()) {
      return options;
    }
    RequestSettings settings = RequestSettings.of(options);
    String address = PublicAddress.configuredContextPath(settings, contextPath) + path;
    return options.toBuilder().proxyUrl(address).build();
  }

  /**
   * Where it leads.
   *
   * @param address of the Frontend API
   * @throws ClerkConfigurationException without a secret key
   */
  FrontendApi open(String address, ClerkOptions options) {
    return new FrontendApi(
        address,
        options
            .secretKey()
            .orElseThrow(
                () ->
                    new ClerkConfigurationException(
                        "Set "
                            + Setting.SECRET_KEY.label()
                            + ", for Clerk wants to see it from a proxy for its Frontend API.")));
  }
}
