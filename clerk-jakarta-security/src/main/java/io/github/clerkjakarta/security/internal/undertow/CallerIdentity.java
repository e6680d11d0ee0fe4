package io.github.clerkjakarta.security.internal.undertow;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.api.ThreadSetupHandler;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.FlexibleIdentityAssociation;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/**
 * The caller as Elytron knows one, kept with the exchange. EJBs ask the thread they are called on,
 * not the request, so each thread that works for a request runs as its caller.
 */
final class CallerIdentity {

  private static final AttachmentKey<FlexibleIdentityAssociation> ATTACHMENT =
      AttachmentKey.create(FlexibleIdentityAssociation.class);

  private CallerIdentity() {}

  /** From here on, a request is this caller's. No realm is asked whether it knows the caller. */
  static void assume(SecurityDomain domain, CallerAccount caller, HttpServerExchange exchange) {
    SecurityIdentity identity =
        domain
            .createAdHocIdentity(caller.getPrincipal())
            .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(caller.getRoles())));
    exchange.putAttachment(ATTACHMENT, identity.createFlexibleAssociation());
  }

  /** From here on, a request is nobody's, also on threads that run as its caller now. */
  static void forget(SecurityDomain domain, HttpServerExchange exchange) {
    FlexibleIdentityAssociation association = exchange.getAttachment(ATTACHMENT);
    if (association != null) {
      association.setIdentity(domain.getAnonymousSecurityIdentity());
    }
  }

  /**
   * Does what comes next as the caller. Belongs inside the handler by which WildFly sets the
   * identity of a servlet: that one knows those of its own realms only, and those that a servlet's
   * run-as names, which stay.
   */
  static HttpHandler around(HttpHandler next) {
    return exchange -> {
      if (hasRunAs(exchange)) {
        next.handleRequest(exchange);
      } else {
        CallerIdentity.<@Nullable Void>run(
            exchange,
            () -> {
              next.handleRequest(exchange);
              return null;
            });
      }
    };
  }

  /** Has threads of {@code AsyncContext.start} and asynchronous listeners run as the caller. */
  static ThreadSetupHandler onEachThread() {
    return new ThreadSetupHandler() {
      @Override
      public <T, C> Action<T, C> create(Action<T, C> action) {
        return (exchange, context) -> run(exchange, () -> action.call(exchange, context));
      }
    };
  }

  private static <T extends @Nullable Object> T run(
      @Nullable HttpServerExchange exchange, Callable<T> call) throws Exception {
    FlexibleIdentityAssociation association =
        exchange == null ? null : exchange.getAttachment(ATTACHMENT);
    return association == null ? call.call() : association.runAs(call);
  }

  private static boolean hasRunAs(HttpServerExchange exchange) {
    ServletRequestContext context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
    return context.getCurrentServlet().getManagedServlet().getServletInfo().getRunAs() != null;
  }
}
