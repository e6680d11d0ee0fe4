package io.github.clerkjakarta.internal.startup;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * The filter that registers itself. It steps aside when the application has registered one of its
 * own after all: a listener does so after initializers have run, and on some servers so does
 * web.xml.
 */
final class AutomaticFilter extends ClerkFilter {

  private volatile boolean aside;

  @Override
  public void init(FilterConfig config) throws ServletException {
    aside = ClerkFilters.hasOtherThan(AutomaticFilter.class, config.getServletContext());
    if (!aside) {
      super.init(config);
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (aside) {
      chain.doFilter(request, response);
    } else {
      super.doFilter(request, response, chain);
    }
  }
}
