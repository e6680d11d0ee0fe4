package io.github.clerkjakarta.security.internal.undertow;

import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.security.internal.identity.Caller;
import io.github.clerkjakarta.security.internal.identity.Identification;
import io.github.clerkjakarta.servlet.ClerkPrincipal;
import io.undertow.security.api.NotificationReceiver;
import io.undertow.security.api.SecurityContext;
import io.undertow.security.api.SecurityNotification.EventType;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.api.Deployment;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.wildfly.security.auth.server.SecurityDomain;

/**
 * Stands where a request comes in, after Undertow has found out whether the path is constrained and
 * before it authenticates. A caller is handed over as authenticated, so that no realm of the server
 * is asked; for nobody on a constrained path the answer is a challenge, and for a caller whom the
 * constraints keep out a refusal as a filter of Clerk's writes it, where Undertow's has one form
 * for all clients.
 *
 * @param identification finds the caller's name and groups
 * @param domain the domain of the application's EJBs; empty when the server has none for it
 * @param next what authenticates everybody else
 */
record CallerEntrance(
    Identification identification, Optional<SecurityDomain> domain, HttpHandler next)
    implements HttpHandler {

  private static final String CLERK_AUTH = "CLERK";

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    ServletRequestContext context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
    HttpServletRequest request = (HttpServletRequest) context.getServletRequest();
    HttpServletResponse response = (HttpServletResponse) context.getServletResponse();
    if (admits(exchange, context, request, response)) {
      next.handleRequest(exchange);
    }
  }

  /** False when the response is written. */
  private boolean admits(
      HttpServerExchange exchange,
      ServletRequestContext context,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ContextAuthentication authentication = ContextAuthentication.of(request.getServletContext());
    if (!authentication.admits(request, response)) {
      return false;
    }
    SecurityContext security = exchange.getSecurityContext();
    Caller caller = identification.of(request).orElseGet(() -> Caller.of(request));
    ClerkPrincipal principal = caller.principal();
    if (principal != null) {
      CallerAccount account = new CallerAccount(principal, caller.groups());
      security.authenticationComplete(account, CLERK_AUTH, false);
      security.registerNotificationReceiver(atLogout(request));
      domain.ifPresent(of -> CallerIdentity.assume(of, account, exchange));
      if (!mayAccess(context, account)) {
        authentication.forbid(request, response);
        return false;
      }
    } else if (security.isAuthenticationRequired()) {
      authentication.challenge(request, response);
      return false;
    }
    return true;
  }

  /** What Undertow asks once more before the servlet is called. */
  static boolean mayAccess(ServletRequestContext context, CallerAccount account) {
    Deployment deployment = context.getDeployment();
    return deployment
        .getDeploymentInfo()
        .getAuthorizationManager()
        .canAccessResource(
            context.getRequiredConstrains(),
            account,
            context.getCurrentServlet().getManagedServlet().getServletInfo(),
            context.getOriginalRequest(),
            deployment);
  }

  private NotificationReceiver atLogout(HttpServletRequest request) {
    return notification -> {
      if (notification.getEventType() == EventType.LOGGED_OUT) {
        ContextAuthentication.logOut(request);
        domain.ifPresent(of -> CallerIdentity.forget(of, notification.getExchange()));
      }
    };
  }
}
