package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.webhook.WebhookServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;

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
        && RegisteredServlets.isOf(
            WebhookServlet.class, mapping.getServletName(), request.getServletContext());
  }

  /** Whether an application has a servlet that receives webhooks. */
  static boolean isIn(ServletContext context) {
    return RegisteredServlets.of(WebhookServlet.class, context).findAny().isPresent();
  }
}
