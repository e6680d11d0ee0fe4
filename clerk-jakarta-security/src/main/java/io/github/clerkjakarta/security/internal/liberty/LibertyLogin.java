package io.github.clerkjakarta.security.internal.liberty;

import io.github.clerkjakarta.internal.liberty.Liberty;
import io.github.clerkjakarta.security.internal.identity.Caller;
import io.github.clerkjakarta.servlet.ClerkPrincipal;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.util.Objects;

/**
 * Tells the server who is calling. Open Liberty keeps the principal of a caller for minutes, also
 * when the application has ended, and would keep all classes of the application with one of ours;
 * so it is told the name alone, and makes a principal of its own. Payara knows a caller's groups by
 * the principal.
 */
public final class LibertyLogin {

  private LibertyLogin() {}

  /** Says so to whatever server it is, of a caller that has been identified. */
  public static AuthenticationStatus notify(HttpMessageContext context, Caller caller) {
    ClerkPrincipal principal = Objects.requireNonNull(caller.principal());
    return Liberty.runs(context.getRequest().getServletContext())
        ? context.notifyContainerAboutLogin(principal.getName(), caller.groups())
        : context.notifyContainerAboutLogin(principal, caller.groups());
  }
}
