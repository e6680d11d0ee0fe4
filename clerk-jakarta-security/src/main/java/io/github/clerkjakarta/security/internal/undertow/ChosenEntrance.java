package io.github.clerkjakarta.security.internal.undertow;

import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.security.internal.identity.Caller;
import io.undertow.security.api.NotificationReceiver;
import io.undertow.security.api.SecurityContext;
import io.undertow.security.api.SecurityNotification.EventType;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.wildfly.security.auth.server.SecurityDomain;

/**
 * Stands where a request comes in, as {@link CallerEntrance} does, in an application that has
 * several mechanisms. Which of them is asked, its own handler says; what it says is taken as the
 * Servlet Container Profile of Jakarta Authentication has it, and the caller handed over so that no
 * realm of the server is asked.
 *
 * @param domain the domain of the application's EJBs; empty when the server has none for it
 * @param next what authenticates nobody
 */
record ChosenEntrance(Optional<SecurityDomain> domain, HttpHandler next) implements HttpHandler {

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    ServletRequestContext context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
    HttpServletRequest request = (HttpServletRequest) context.getServletRequest();
    HttpServletResponse response = (HttpServletResponse) context.getServletResponse();
    SecurityContext security = exchange.getSecurityContext();
    ContainerMessage message =
        new ContainerMessage(request, response, security.isAuthenticationRequired());
    if (admits(message, security, context, exchange)) {
      next.handleRequest(exchange);
      // Nobody's request the server has secured itself.
      if (message.caller().isPresent() && !request.isAsyncStarted()) {
        message.secure();
      }
    }
  }

  /** False when the response is written. */
  private boolean admits(
      ContainerMessage message,
      SecurityContext security,
      ServletRequestContext context,
      HttpServerExchange exchange)
      throws AuthException, IOException {
    HttpServletRequest request = (HttpServletRequest) context.getServletRequest();
    HttpServletResponse response = (HttpServletResponse) context.getServletResponse();
    if (message.validate() != AuthStatus.SUCCESS) {
      return false;
    }
    context.setServletRequest(message.validatedRequest());
    context.setServletResponse(message.validatedResponse());
    Optional<CallerAccount> caller = message.caller();
    if (caller.isPresent()) {
      security.authenticationComplete(caller.get(), message.authType(), false);
      security.registerNotificationReceiver(atLogout(message));
      domain.ifPresent(of -> CallerIdentity.assume(of, caller.get(), exchange));
      if (Caller.identified(request).isPresent()
          && !CallerEntrance.mayAccess(context, caller.get())) {
        ContextAuthentication.of(request.getServletContext()).forbid(request, response);
        return false;
      }
    } else if (security.isAuthenticationRequired()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return false;
    }
    return true;
  }

  private NotificationReceiver atLogout(ContainerMessage message) {
    return notification -> {
      if (notification.getEventType() == EventType.LOGGED_OUT) {
        message.clean();
        domain.ifPresent(of -> CallerIdentity.forget(of, notification.getExchange()));
      }
    };
  }
}
