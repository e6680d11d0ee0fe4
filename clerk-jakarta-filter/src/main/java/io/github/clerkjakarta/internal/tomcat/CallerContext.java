package io.github.clerkjakarta.internal.tomcat;

import io.github.clerkjakarta.internal.constraints.ArrivingRequest;
import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.servlet.ClerkPrincipal;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the server who is calling, before it judges the constraints (Jakarta Authentication 3.0,
 * chapter 3).
 *
 * <pre>
 *   ArrivingRequest ── answered (307, denial) ──▶ SEND_CONTINUE: nothing of the application runs
 *     │
 *     ├─ somebody ── principal and groups ──▶ SUCCESS
 *     │
 *     └─ nobody ──┬─ needed ──▶ challenge: SEND_FAILURE
 *                 └─ not needed ──▶ SUCCESS, with no principal
 * </pre>
 */
final class CallerContext implements ServerAuthContext {

  /** What the server says of the constraint (section 3.8.1.1). */
  private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";

  /** What it is told of the caller (sections 3.8.4 and 3.8.3.3). */
  private static final String AUTH_TYPE = "jakarta.servlet.http.authType";

  private static final String REGISTER_SESSION = "jakarta.servlet.http.registerSession";

  private final CallbackHandler handler;

  CallerContext(CallbackHandler handler) {
    this.handler = handler;
  }

  @Override
  public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
      throws AuthException {
    HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
    HttpServletResponse response = (HttpServletResponse) message.getResponseMessage();
    Map<String, Object> told = message.getMap();
    boolean mandatory = Boolean.parseBoolean(String.valueOf(told.get(MANDATORY)));
    try {
      if (Responsible.in(request.getServletContext()).isEmpty()) {
        // Another version of the application, which didn't ask for this.
        return tell(client, null);
      }
      Optional<ArrivingRequest> arriving = ArrivingRequest.admit(request, response);
      if (arriving.isEmpty()) {
        keepFromCaches(response);
        return AuthStatus.SEND_CONTINUE;
      }
      return tell(arriving.get(), mandatory, response, client, told);
    } catch (IOException | UnsupportedCallbackException e) {
      throw (AuthException) new AuthException("Nobody can be let in.").initCause(e);
    }
  }

  private AuthStatus tell(
      ArrivingRequest arriving,
      boolean mandatory,
      HttpServletResponse response,
      Subject client,
      Map<String, Object> told)
      throws IOException, UnsupportedCallbackException {
    Optional<ClerkPrincipal> caller = arriving.principal();
    if (mandatory) {
      if (caller.isEmpty()) {
        arriving.refuse(response);
        return AuthStatus.SEND_FAILURE;
      }
      arriving.callerCounts();
      arriving.waitForConstraints();
    }
    told.put(AUTH_TYPE, ArrivingRequest.AUTH_TYPE);
    // Each request is who it says, whatever a session remembers.
    told.put(REGISTER_SESSION, "false");
    return tell(client, caller.orElse(null), arriving.roles().toArray(String[]::new));
  }

  private AuthStatus tell(Subject client, @Nullable ClerkPrincipal caller, String... groups)
      throws IOException, UnsupportedCallbackException {
    handler.handle(
        new Callback[] {
          new CallerPrincipalCallback(client, caller), new GroupPrincipalCallback(client, groups)
        });
    return AuthStatus.SUCCESS;
  }

  /** Of a constrained path the server has said that a browser may keep the answer. */
  private static void keepFromCaches(HttpServletResponse response) {
    if (!response.isCommitted()) {
      response.setHeader("Cache-Control", "no-store");
    }
  }

  @Override
  public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
    return AuthStatus.SEND_SUCCESS;
  }

  /** After {@code request.logout()} nobody is calling in this request, whoever asks. */
  @Override
  public void cleanSubject(MessageInfo message, Subject client) {
    ContextAuthentication.logOut((HttpServletRequest) message.getRequestMessage());
  }
}
