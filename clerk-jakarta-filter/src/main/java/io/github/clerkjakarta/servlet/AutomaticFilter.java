package io.github.clerkjakarta.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The filter that registers itself. It steps aside when the application has registered one of its
 * own after all: a listener does so after initializers have run, and on some servers so does
 * web.xml.
 */
final class AutomaticFilter extends ClerkFilter {

  private volatile boolean aside;

  /** Whether the application has registered no {@link ClerkFilter}, by the names of the classes. */
  static boolean isNeededIn(ServletContext context) {
    return names(context)
        .noneMatch(
            name -> !name.equals(AutomaticFilter.class.getName()) && isClerkFilter(name, context));
  }

  /** Whether there is a {@link ClerkFilter}, this one included. */
  static boolean isRegisteredIn(ServletContext context) {
    return names(context).anyMatch(name -> isClerkFilter(name, context));
  }

  private static Stream<String> names(ServletContext context) {
    return context.getFilterRegistrations().values().stream()
        .map(FilterRegistration::getClassName)
        .filter(Objects::nonNull);
  }

  private static boolean isClerkFilter(String name, ServletContext context) {
    if (name.equals(ClerkFilter.class.getName())) {
      return true;
    }
    try {
      Class<?> type = Class.forName(name, false, context.getClassLoader());
      return ClerkFilter.class.isAssignableFrom(type);
    } catch (ClassNotFoundException | LinkageError e) {
      // The container will say so; what can't be loaded isn't ours.
      return false;
    }
  }

  @Override
  public void init(FilterConfig config) throws ServletException {
    aside = !isNeededIn(config.getServletContext());
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
