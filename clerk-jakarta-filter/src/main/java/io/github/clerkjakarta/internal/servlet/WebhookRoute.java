package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.webhook.WebhookServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

/**
 * The way of Clerk's webhooks, which are signed and bring no session: it is open whatever the rules
 * say. It is told by the servlet that the container is about to call and not by a path, so it leads
 * nowhere else.
 */
final class WebhookRoute {

  private WebhookRoute() {}

  /** Whether a request is a POST to the exact path of a servlet that receives webhooks. */
  static boolean isTakenBy(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || !"POST".equals(request.getMethod())) {
      return false;
    }
    HttpServletMapping mapping = request.getHttpServletMapping();
    return mapping != null
        && mapping.getMappingMatch() == MappingMatch.EXACT
        && receivesWebhooks(mapping.getServletName(), request.getServletContext());
  }

  /** Whether an application has a servlet that receives webhooks. */
  static boolean isIn(ServletContext context) {
    return context.getServletRegistrations().keySet().stream()
        .anyMatch(servlet -> receivesWebhooks(servlet, context));
  }

  private static boolean receivesWebhooks(@Nullable String servlet, ServletContext context) {
    ServletRegistration registration =
        servlet == null ? null : context.getServletRegistration(servlet);
    String type = registration == null ? null : registration.getClassName();
    if (type == null) {
      return false;
    }
    try {
      return WebhookServlet.class.isAssignableFrom(
          Class.forName(type, false, context.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      // The container will say so; what can't be loaded isn't ours.
      return false;
    }
  }
}
