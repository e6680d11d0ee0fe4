package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.servlet.access.AccessGuard;
import io.github.clerkjakarta.servlet.access.DenialWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The request as the application sees it: the Servlet API's own methods say who is calling. Where
 * the container has decided that already, it keeps the word.
 */
final class AuthenticatedRequest extends HttpServletRequestWrapper {

  private static final String CLERK_AUTH = "CLERK";

  private final HttpServletRequest request;
  private final Decision decision;
  private final AccessGuard guard;

  AuthenticatedRequest(HttpServletRequest request, Decision decision, AccessGuard guard) {
    super(request);
    this.request = request;
    this.decision = decision;
    this.guard = guard;
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    Principal decided = super.getUserPrincipal();
    if (decided != null) {
      return decided;
    }
    Auth auth = auth();
    return auth.isAuthenticated()
        ? auth.userId().or(auth::subject).map(ClerkPrincipal::new).orElse(null)
        : null;
  }

  @Override
  public @Nullable String getRemoteUser() {
    if (containerDecided()) {
      return super.getRemoteUser();
    }
    Principal principal = getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  @Override
  public @Nullable String getAuthType() {
    if (containerDecided()) {
      return super.getAuthType();
    }
    return auth().isAuthenticated() ? CLERK_AUTH : null;
  }

  @Override
  public boolean isUserInRole(String role) {
    return containerDecided() ? super.isUserInRole(role) : RoleName.holds(auth(), role);
  }

  /** True when somebody is calling; else the answer is a redirect to sign in, or a 401. */
  @Override
  public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
    if (containerDecided() || auth().isAuthenticated()) {
      return true;
    }
    DenialWriter.write(guard.challenge(request, decision.state()), response);
    return false;
  }

  @Override
  public void login(String username, String password) throws ServletException {
    throw new ServletException(
        "Nobody signs in here with a name and a password: people sign in at Clerk. Redirect to the"
            + " sign-in page, or call request.authenticate(response), which does.");
  }

  /**
   * From here on nobody is calling in this request. The session at Clerk and the browser's cookies
   * stay: the next request is the same person's.
   */
  @Override
  public void logout() throws ServletException {
    if (containerDecided()) {
      super.logout();
    }
    decision.logOut();
  }

  private Auth auth() {
    return decision.state().auth();
  }

  private boolean containerDecided() {
    return super.getUserPrincipal() != null;
  }
}
