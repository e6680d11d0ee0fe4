package io.github.clerkjakarta.internal.constraints;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.internal.servlet.Decision;
import io.github.clerkjakarta.internal.servlet.ErrorPages;
import io.github.clerkjakarta.internal.servlet.RoleNames;
import io.github.clerkjakarta.servlet.ClerkPrincipal;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A request of which the server wants to know who is calling, and which it hasn't let in yet. It is
 * decided and judged as the filter would, and the filter finds what was decided.
 */
public final class ArrivingRequest {

  /** What {@code getAuthType} answers. */
  public static final String AUTH_TYPE = "CLERK";

  private static final String ATTRIBUTE = ArrivingRequest.class.getName();

  private final ContextAuthentication authentication;
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  private ArrivingRequest(
      ContextAuthentication authentication,
      HttpServletRequest request,
      HttpServletResponse response) {
    this.authentication = authentication;
    this.request = request;
    this.response = response;
  }

  /**
   * Decides and judges a request, unless that has been done; empty when it is answered.
   *
   * @throws IOException when the response can't be written
   */
  public static Optional<ArrivingRequest> admit(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    ContextAuthentication authentication = ContextAuthentication.of(request.getServletContext());
    return authentication.admits(request, response)
        ? Optional.of(new ArrivingRequest(authentication, request, response))
        : Optional.empty();
  }

  /**
   * The same where the server can't run an error page of the application by now.
   *
   * @throws IOException when the response can't be written
   */
  public static Optional<ArrivingRequest> admitWithoutErrorPages(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    ErrorPages.putOutOfReach(request);
    Optional<ArrivingRequest> arriving = admit(request, response);
    arriving.ifPresent(admitted -> ErrorPages.putWithinReach(request));
    return arriving;
  }

  /** The one that waits before the constraints; empty when it was let in, or nobody was asked. */
  public static Optional<ArrivingRequest> waiting(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof ArrivingRequest arriving
        ? Optional.of(arriving)
        : Optional.empty();
  }

  /** Remembers that the constraints are judged now, so that their refusal is told from others. */
  public void waitForConstraints() {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The constraints have been judged. */
  public void leave() {
    request.removeAttribute(ATTRIBUTE);
  }

  /** What it came with. */
  public HttpServletResponse response() {
    return response;
  }

  /** Who is calling; empty for nobody. */
  public Optional<ClerkPrincipal> principal() {
    return caller().flatMap(auth -> auth.userId().or(auth::subject)).map(ClerkPrincipal::new);
  }

  /** All roles of the caller, but for {@code **}. */
  public Set<String> roles() {
    return caller().map(RoleNames::of).orElse(Set.of());
  }

  /** Whether the caller has a role. */
  public boolean isInRole(String role) {
    return caller().filter(auth -> RoleNames.holds(auth, role)).isPresent();
  }

  /** A constraint has asked who is calling, so that caches must tell callers apart. */
  public void callerCounts() {
    Optional.ofNullable(Decision.about(request)).ifPresent(Decision::asked);
  }

  /** From here on nobody is calling. */
  public void logOut() {
    Decision.logOut(request);
  }

  /**
   * Answers a request that a constraint refuses: nobody is asked to sign in, and others may not do
   * this.
   *
   * @throws IOException when the response can't be written
   */
  public void refuse(HttpServletResponse answer) throws IOException {
    leave();
    if (principal().isPresent()) {
      authentication.forbid(request, answer);
    } else {
      authentication.challenge(request, answer);
    }
  }

  /**
   * The same where the server can't run an error page of the application by now.
   *
   * @throws IOException when the response can't be written
   */
  public void refuseWithoutErrorPages(HttpServletResponse answer) throws IOException {
    ErrorPages.putOutOfReach(request);
    refuse(answer);
  }

  private Optional<Auth> caller() {
    return Optional.ofNullable(Decision.about(request))
        .map(decision -> decision.state().auth())
        .filter(Auth::isAuthenticated);
  }
}
