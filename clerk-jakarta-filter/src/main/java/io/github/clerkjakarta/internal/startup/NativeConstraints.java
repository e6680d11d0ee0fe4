package io.github.clerkjakarta.internal.startup;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.constraints.ServerConstraints;
import io.github.clerkjakarta.internal.jetty.JettyConstraints;
import io.github.clerkjakarta.internal.servlet.StartupFailure;
import io.github.clerkjakarta.internal.tomcat.TomcatConstraints;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has a server whose constraints nobody answers for be told who is calling, as long as the
 * application runs. A server that knows Jakarta Security has its own way, and so has an application
 * with a {@code login-config}. A filter, because when filters start all of them are registered; it
 * has no path, so no request gets here.
 */
final class NativeConstraints implements Filter {

  private static final String NAME = NativeConstraints.class.getName();

  private final ServerConstraints server;

  private NativeConstraints(ServerConstraints server) {
    this.server = server;
  }

  /** Adds what is needed for the constraints of an application; nothing where it has none. */
  static void addTo(ServletContext context) {
    Optional<ServerConstraints> found =
        TomcatConstraints.of(context).or(() -> JettyConstraints.of(context));
    if (found.isEmpty() || !(found.get().needCallers() || hasConstrainedServlet(context))) {
      return;
    }
    FilterRegistration.Dynamic filter = context.addFilter(NAME, new NativeConstraints(found.get()));
    if (filter != null) {
      filter.setAsyncSupported(true);
      found.get().prepare(context);
    }
  }

  /** Tomcat reads the annotations of a servlet later. */
  private static boolean hasConstrainedServlet(ServletContext context) {
    return context.getServletRegistrations().values().stream()
        .map(ServletRegistration::getClassName)
        .filter(Objects::nonNull)
        .map(name -> ClerkFilters.load(name, context))
        .flatMap(Optional::stream)
        .map(type -> type.getAnnotation(ServletSecurity.class))
        .filter(Objects::nonNull)
        .anyMatch(NativeConstraints::isForCallers);
  }

  private static boolean isForCallers(ServletSecurity security) {
    return Stream.concat(
            Stream.of(security.value().rolesAllowed()),
            Stream.of(security.httpMethodConstraints())
                .map(HttpMethodConstraint::rolesAllowed)
                .flatMap(Stream::of))
        .findAny()
        .isPresent();
  }

  /** Fails the deployment where the server would be told of one caller and the filters know two. */
  @Override
  public void init(FilterConfig config) throws ServletException {
    ServletContext context = config.getServletContext();
    try {
      if (ClerkFilters.hasAny(context)) {
        requireOneFilter(context);
        server.open();
      }
    } catch (RuntimeException | LinkageError e) {
      throw StartupFailure.of(context, e);
    }
  }

  private static void requireOneFilter(ServletContext context) {
    if (!ClerkFilters.areOneForAll(context)) {
      throw new ClerkConfigurationException(
          "The security constraints of this application let in known callers, and the server can"
              + " know but one caller of a request: map one ClerkFilter, and no other, to /*, and"
              + " set clerk.instances where the application has several Clerk instances.");
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
  }

  @Override
  public void destroy() {
    server.close();
  }
}
