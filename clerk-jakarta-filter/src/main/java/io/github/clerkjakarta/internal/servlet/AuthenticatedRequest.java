package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.servlet.ClerkPrincipal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request as the application sees it: the Servlet API's own methods say who is calling. Where
 * the container has decided that already, it keeps the word; where a filter further in has decided,
 * that one has it.
 */
final class AuthenticatedRequest extends HttpServletRequestWrapper {

  private static final String CLERK_AUTH = "CLERK";

  private final HttpServletRequest request;
  private final Decider decider;

  AuthenticatedRequest(HttpServletRequest request, Decider decider) {
    super(request);
    this.request = request;
    this.decider = decider;
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    Principal decided = super.getUserPrincipal();
    Auth asked = asked();
    return decided != null || asked == null ? decided : principal(asked);
  }

  @Override
  public @Nullable String getRemoteUser() {
    Auth asked = asked();
    if (asked == null || containerDecided()) {
      return super.getRemoteUser();
    }
    return name(asked);
  }

  @Override
  public @Nullable String getAuthType() {
    Auth asked = asked();
    if (asked == null || containerDecided()) {
      return super.getAuthType();
    }
    return asked.isAuthenticated() ? CLERK_AUTH : null;
  }

  @Override
  public boolean isUserInRole(String role) {
    Auth asked = asked();
    if (asked == null || containerDecided()) {
      return super.isUserInRole(role);
    }
    return RoleNames.holds(asked, role);
  }

  /** True when somebody is calling; else the answer is a redirect to sign in, or a 401. */
  @Override
  public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
    Auth asked = asked();
    if (asked == null) {
      return super.authenticate(response);
    }
    if (containerDecided() || asked.isAuthenticated()) {
      return true;
    }
    decider.challenge(request, response);
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
    Decision.logOut(request);
  }

  /** Who is calling, for an application that asks; null where this decider has no word. */
  private @Nullable Auth asked() {
    Decision decision = Decision.about(request);
    return decision == null || decision.by() != decider ? null : decision.asked().auth();
  }

  private boolean containerDecided() {
    return super.getUserPrincipal() != null;
  }

  private static @Nullable Principal principal(Auth auth) {
    String name = name(auth);
    return name == null ? null : new ClerkPrincipal(name);
  }

  private static @Nullable String name(Auth auth) {
    if (!auth.isAuthenticated()) {
      return null;
    }
    Optional<String> user = auth.userId();
    return user.isPresent() ? user.get() : auth.subject().orElse(null);
  }
}
