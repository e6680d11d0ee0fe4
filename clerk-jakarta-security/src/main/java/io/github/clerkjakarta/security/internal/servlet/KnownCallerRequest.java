package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.security.internal.glassfish.GlassFishContext;
import io.github.clerkjakarta.security.internal.identity.Caller;
import io.github.clerkjakarta.security.internal.identity.OpenCall;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request whose roles are the caller's, on every thread and whether a role is declared or not.
 * Payara by itself knows declared roles, on the thread that the request came in on.
 */
final class KnownCallerRequest extends HttpServletRequestWrapper {

  private final HttpServletRequest request;

  KnownCallerRequest(HttpServletRequest request) {
    super(request);
    this.request = request;
  }

  /** Where everybody may call, a server that asks gets a no and nobody a challenge. */
  @Override
  public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
    boolean asked = !OpenCall.isOn(request) || request.getUserPrincipal() != null;
    return asked && super.authenticate(response);
  }

  @Override
  public void logout() throws ServletException {
    super.logout();
    GlassFishContext.restore(request);
  }

  @Override
  public boolean isUserInRole(@Nullable String role) {
    return isInRoleOfServer(role)
        || (role != null
            && Caller.identified(request).filter(caller -> caller.isInRole(role)).isPresent());
  }

  private boolean isInRoleOfServer(@Nullable String role) {
    Runnable leaving = GlassFishContext.enter(request);
    try {
      return super.isUserInRole(role);
    } finally {
      leaving.run();
    }
  }
}
