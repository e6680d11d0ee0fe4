package io.github.clerkjakarta.security.internal.mechanism;

import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.security.ClerkAuthenticationMechanismDefinition;
import io.github.clerkjakarta.security.internal.glassfish.GlassFishConstraints;
import io.github.clerkjakarta.security.internal.identity.Caller;
import io.github.clerkjakarta.security.internal.identity.Identification;
import io.github.clerkjakarta.security.internal.liberty.LibertyLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the container who is calling, before its constraints are judged.
 *
 * <pre>
 *   ContextAuthentication ── answered (307, denial) ──▶ SEND_FAILURE: nothing of the application runs
 *     │
 *     ├─ somebody ── IdentityStoreHandler ──┬─ kept out ──▶ 403
 *     │                                     └─ else ──▶ SUCCESS with principal and groups
 *     │
 *     └─ nobody ──┬─ needed ──▶ challenge: 302 to sign in, or 401
 *                 └─ not needed ──▶ NOT_DONE
 * </pre>
 *
 * <p>No session is registered, so that each request is decided by what it carries. Its qualifier
 * tells it from other mechanisms; it is a default as well, for servers of Jakarta EE 10 ask for
 * that.
 */
@ApplicationScoped
@ClerkAuthenticationMechanismDefinition.ClerkAuthenticationMechanism
@Default
public class ClerkAuthenticationMechanism implements HttpAuthenticationMechanism {

  /** What getAuthType answers (Jakarta Authentication 3.0, section 3.8.4). */
  private static final String AUTH_TYPE = "jakarta.servlet.http.authType";

  @Inject private Identification identification;

  /** For CDI. */
  public ClerkAuthenticationMechanism() {}

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    Asked.about(request);
    ContextAuthentication authentication = ContextAuthentication.of(request.getServletContext());
    try {
      if (!authentication.admits(request, response)) {
        // Open Liberty takes SEND_CONTINUE and a redirect for one to the page of a FORM login.
        return AuthenticationStatus.SEND_FAILURE;
      }
      Optional<Caller> caller = identification.of(request);
      if (caller.isPresent()) {
        Map<String, Object> told = context.getMessageInfo().getMap();
        told.put(AUTH_TYPE, "CLERK");
        AuthenticationStatus known = LibertyLogin.notify(context, caller.get());
        if (context.isProtected()
            && GlassFishConstraints.refuse(request, context.getClientSubject())) {
          authentication.forbid(request, response);
          return AuthenticationStatus.SEND_FAILURE;
        }
        return known;
      }
      if (context.isProtected()) {
        authentication.challenge(request, response);
        return AuthenticationStatus.SEND_FAILURE;
      }
      return context.doNothing();
    } catch (IOException e) {
      throw (AuthenticationException)
          new AuthenticationException("The response couldn't be written.").initCause(e);
    }
  }

  /** After {@code request.logout()} nobody is calling in this request, whoever asks. */
  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    ContextAuthentication.logOut(request);
    context.cleanClientSubject();
  }
}
