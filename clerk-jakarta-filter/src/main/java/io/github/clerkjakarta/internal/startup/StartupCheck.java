package io.github.clerkjakarta.internal.startup;

import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.internal.servlet.StartupFailure;
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
import java.util.Optional;

/**
 * Fails the deployment of an application whose filter couldn't start. Most servers do that
 * themselves; GlassFish and Payara log the exception, leave out the filter and let requests pass. A
 * servlet that can't be loaded on startup does fail a deployment there, and it is loaded after the
 * filters. So this is such a servlet; and it is a filter, to know that filters have been started
 * before, which other servers do later. Neither has a path, so no request gets here.
 */
final class StartupCheck extends GenericServlet implements Filter {

  private static final String NAME = StartupCheck.class.getName();
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
      StartupFailure.isChecked(context);
    }
  }

  @Override
  public void init(FilterConfig config) {
    filtersFirst = true;
  }

  @Override
  public void init() throws ServletException {
    ServletContext context = getServletContext();
    Optional<ServletException> failure = StartupFailure.rememberedIn(context);
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (filtersFirst && ClerkFilters.hasAny(context)) {
      // A filter whose constructor fails has no init to say so.
      ContextAuthentication.of(context);
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
