package io.github.clerkjakarta.servlet;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Fails the deployment of an application whose filter couldn't start. Most servers do that
 * themselves; GlassFish and Payara log the exception, leave out the filter and let requests pass. A
 * servlet that can't be loaded on startup does fail a deployment there, and it is loaded after the
 * filters. So this is such a servlet; and it is a filter, to know that filters have been started
 * before, which other servers do later. Neither has a path, so no request gets here.
 */
final class StartupCheck extends GenericServlet implements Filter {

  private static final System.Logger LOG = System.getLogger(StartupCheck.class.getName());
  private static final String NAME = StartupCheck.class.getName();
  private static final String FAILURE = NAME + ".failure";
  private static final long serialVersionUID = 1L;

  private volatile boolean filtersFirst;

  static void addTo(ServletContext context) {
    StartupCheck check = new StartupCheck();
    FilterRegistration.Dynamic filter = context.addFilter(NAME, check);
    ServletRegistration.Dynamic servlet = context.addServlet(NAME, check);
    if (filter != null && servlet != null) {
      filter.setAsyncSupported(true);
      servlet.setAsyncSupported(true);
      servlet.setLoadOnStartup(0);
    }
  }

  /** Remembers why a filter can't start, and gives what it is to throw. */
  static ServletException failure(ServletContext context, Throwable reason) {
    ServletException failure = new ServletException(reason.getMessage(), reason);
    context.setAttribute(FAILURE, failure);
    return failure;
  }

  /**
   * Fails the start of a filter. Where a server would only leave the filter out, and an {@code
   * <absolute-ordering>} of web.xml has left out this check, the filter stays instead and has to
   * refuse every request.
   */
  static void fail(ServletContext context, Throwable reason) throws ServletException {
    ServletException failure = failure(context, reason);
    if (leavesOutFilters(context.getServerInfo()) && context.getServletRegistration(NAME) == null) {
      LOG.log(ERROR, "Every request is refused. " + failure.getMessage(), reason);
    } else {
      throw failure;
    }
  }

  private static boolean leavesOutFilters(String server) {
    return server.contains("Payara") || server.contains("GlassFish");
  }

  @Override
  public void init(FilterConfig config) {
    filtersFirst = true;
  }

  @Override
  public void init() throws ServletException {
    ServletContext context = getServletContext();
    if (context.getAttribute(FAILURE) instanceof ServletException failure) {
      throw failure;
    }
    if (filtersFirst && AutomaticFilter.isRegisteredIn(context)) {
      // A filter whose constructor fails has no init to say so.
      Door.of(context);
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
  }

  @Override
  public void service(ServletRequest request, ServletResponse response) {
    // No path leads here.
  }
}
