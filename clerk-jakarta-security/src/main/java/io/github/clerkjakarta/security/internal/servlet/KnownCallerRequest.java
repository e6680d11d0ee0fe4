package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.security.internal.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose roles are the caller's, on every thread and whether a role is declared or not.
 * Payara by itself knows the roles on the thread that the request came in on, and declared ones.
 */
final class KnownCallerRequest extends HttpServletRequestWrapper {

  private final HttpServletRequest request;

  KnownCallerRequest(HttpServletRequest request) {
    super(request);
    this.request = request;
  }

  @Override
  public boolean isUserInRole(@Nullable String role) {
    return super.isUserInRole(role)
        || (role != null
            && Caller.identified(request).filter(caller -> caller.isInRole(role)).isPresent());
  }
}
