package io.github.clerkjakarta.internal.liberty;

import static java.lang.System.Logger.Level.ERROR;

import io.github.clerkjakarta.ClerkConfigurationException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Objects;
import java.util.Optional;

/**
 * Starts a filter, and ends it at once, while an application can still be kept from starting. Open
 * Liberty starts filters when the application runs already, and lets it run when one of them fails.
 * The last that it listens to is what an initializer throws, unchecked: a {@link ServletException}
 * is a warning in its log. To be called by an initializer; on other servers nothing happens.
 */
public final class Trial {

  private static final System.Logger LOG = System.getLogger(Trial.class.getName());

  private Trial() {}

  /**
   * Tries out a filter, in the place of one that the initializer has registered.
   *
   * @throws ClerkConfigurationException when it can't start
   */
  public static void of(Filter filter, String name, ServletContext context) {
    if (Liberty.runs(context)) {
      start(filter, context.getFilterRegistration(name));
    }
  }

  /**
   * Tries out every filter of a class that web.xml or an annotation has registered. Of a filter
   * that code has made nobody else can make another.
   *
   * @throws ClerkConfigurationException when one of them can't start
   */
  public static void ofDeclared(Class<? extends Filter> kind, ServletContext context) {
    if (!Liberty.runs(context)) {
      return;
    }
    for (FilterRegistration registration : context.getFilterRegistrations().values()) {
      Optional<Class<? extends Filter>> type = declared(registration, kind, context);
      if (type.isPresent()) {
        start(created(type.get(), context), registration);
      }
    }
  }

  /**
   * Says in the log why an application doesn't start, where Liberty says no more than that it
   * doesn't.
   */
  public static void report(ClerkConfigurationException reason, ServletContext context) {
    if (Liberty.runs(context)) {
      LOG.log(ERROR, reason.getMessage());
    }
  }

  private static Optional<Class<? extends Filter>> declared(
      FilterRegistration registration, Class<? extends Filter> kind, ServletContext context) {
    try {
      // The registration is Liberty's own class, which has the filter that code has made.
      if (registration.getClass().getMethod("getFilter").invoke(registration) != null) {
        return Optional.empty();
      }
      String name = Objects.requireNonNull(registration.getClassName());
      Class<?> type = Class.forName(name, false, context.getClassLoader());
      return kind.isAssignableFrom(type) ? Optional.of(type.asSubclass(kind)) : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // A Liberty that keeps it elsewhere; or what can't be loaded isn't ours.
      return Optional.empty();
    }
  }

  private static Filter created(Class<? extends Filter> type, ServletContext context) {
    try {
      return context.createFilter(type);
    } catch (ServletException e) {
      // Liberty says no more than that the constructor failed.
      throw failure(origin(e));
    }
  }

  private static void start(Filter filter, FilterRegistration registration) {
    // Liberty's own class is both.
    if (!(registration instanceof FilterConfig config)) {
      return;
    }
    try {
      filter.init(config);
      filter.destroy();
    } catch (ServletException e) {
      throw failure(e);
    }
  }

  private static Throwable origin(Throwable failure) {
    Throwable origin = failure;
    while (origin.getCause() != null) {
      origin = origin.getCause();
    }
    return origin;
  }

  private static ClerkConfigurationException failure(Throwable reason) {
    return new ClerkConfigurationException(String.valueOf(reason.getMessage()), reason);
  }
}
