package io.github.clerkjakarta.security.internal.servlet;

import static jakarta.servlet.DispatcherType.FORWARD;
import static jakarta.servlet.DispatcherType.INCLUDE;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;

/**
 * Has servlets judged that are called by their names. Such a dispatch has no path, so that only
 * filters see it which are mapped to the name (Jakarta Servlet 6.0, section 6.2.5).
 */
final class NamedDispatches {

  private NamedDispatches() {}

  /** Adds a filter for each servlet whose annotations ask something of callers. */
  static void addTo(ServletContext context) {
    for (String servlet : context.getServletRegistrations().keySet()) {
      if (ServletMethods.of(context, servlet).filter(ServletMethods::areProtected).isPresent()) {
        FilterRegistration.Dynamic filter =
            context.addFilter(
                ProtectionFilter.class.getName() + "." + servlet, ProtectionFilter.named(servlet));
        if (filter != null) {
          filter.setAsyncSupported(true);
          filter.addMappingForServletNames(EnumSet.of(FORWARD, INCLUDE), true, servlet);
        }
      }
    }
  }
}
