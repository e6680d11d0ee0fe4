package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.internal.servlet.FilterConfiguration;
import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.internal.servlet.StartupFailure;
import io.github.clerkjakarta.internal.startup.ClerkFilters;
import io.github.clerkjakarta.security.internal.application.ThisApplication;
import io.github.clerkjakarta.security.internal.config.CallerSettings;
import io.github.clerkjakarta.security.internal.glassfish.GlassFishContext;
import io.github.clerkjakarta.security.internal.mechanism.Asked;
import io.github.clerkjakarta.security.internal.mechanism.Mechanism;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Opens the application's authentication where no {@code ClerkFilter} does, and has requests know
 * every role of their callers. A filter and no listener, for a listener that code has added may ask
 * a servlet context next to nothing (Jakarta Servlet 6.0, section 4.4).
 */
final class SecurityFilter implements Filter {

  private final Optional<Class<?>> definition;

  private final Set<Class<?>> annotated;

  private volatile boolean registered;

  /** Whether a mechanism of the application's own may be the one that is asked. */
  private volatile boolean chosen;

  /** What this filter has opened, where no other has. */
  private volatile Optional<ContextAuthentication> opened = Optional.empty();

  private volatile Runnable closing = () -> {};

  /**
   * For one application.
   *
   * @param definition the class that carries the definition, if any
   * @param annotated the classes that carry annotations of protection, and perhaps others
   */
  SecurityFilter(Optional<Class<?>> definition, Set<Class<?>> annotated) {
    this.definition = definition;
    this.annotated = annotated;
  }

  /** Fails the deployment when a setting is wrong, or when CDI has overlooked what asks for us. */
  @Override
  public void init(FilterConfig config) throws ServletException {
    ServletContext context = config.getServletContext();
    try {
      registered = Mechanism.isRegistered();
      if (registered) {
        chosen = !Mechanism.isInCharge();
        ThisApplication.bean(CallerSettings.class).orElseThrow().read(context);
        UnjudgedAnnotations.refuse(annotated, context);
        refuseSeveralFilters(context);
        opened = open(context);
        opened.ifPresent(authentication -> closing = () -> authentication.close(context));
      } else {
        refuseMissing();
      }
    } catch (RuntimeException e) {
      throw StartupFailure.of(context, e);
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!registered
        || !(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse answer)) {
      chain.doFilter(request, response);
      return;
    }
    FilterChain rest =
        (known, guarded) -> {
          if (chosen && !Asked.was(known)) {
            // One request has one caller: where another mechanism was asked, its.
            ContextAuthentication.logOut(known);
          }
          chain.doFilter(new KnownCallerRequest((HttpServletRequest) known), guarded);
        };
    Runnable leaving = GlassFishContext.enter(http);
    try {
      if (opened.isPresent()) {
        opened.get().pass(http, answer, rest);
      } else {
        rest.doFilter(http, answer);
      }
    } finally {
      leaving.run();
    }
  }

  @Override
  public void destroy() {
    closing.run();
  }

  /** The container is told of one caller, so that of several filters but one could be right. */
  private static void refuseSeveralFilters(ServletContext context) {
    if (ClerkFilters.hasSeveral(context)) {
      throw new ClerkConfigurationException(
          "There are several filters of Clerk's beside Clerk's authentication mechanism, and the"
              + " server can know but one caller of a request: keep one of them, and set"
              + " clerk.instances where the application has several Clerk instances.");
    }
  }

  /** Opens what no filter of the application opens; empty where one does. */
  private static Optional<ContextAuthentication> open(ServletContext context) {
    return ClerkFilters.hasAny(context) || ContextAuthentication.existing(context).isPresent()
        ? Optional.empty()
        : Optional.of(
            ContextAuthentication.open(
                context, FilterConfiguration.SETTINGS, Settings.of(context)));
  }

  private void refuseMissing() {
    definition.ifPresent(
        type -> {
          throw new ClerkConfigurationException(
              "CDI doesn't see the @ClerkAuthenticationMechanismDefinition on "
                  + type.getName()
                  + ", so nothing would be protected: put it on a class that is a bean, or add"
                  + " WEB-INF/beans.xml with bean-discovery-mode=\"all\".");
        });
    if (!Mechanism.hasYielded()) {
      throw new ClerkConfigurationException(
          "clerk.security.auto is set, but CDI knows no mechanism of Clerk's, so nothing would be"
              + " protected: add WEB-INF/beans.xml, which may be empty, so that the server starts CDI"
              + " for this application, or leave out clerk.security.auto on a server without CDI.");
    }
    UnjudgedAnnotations.refuseAll(annotated);
  }
}
