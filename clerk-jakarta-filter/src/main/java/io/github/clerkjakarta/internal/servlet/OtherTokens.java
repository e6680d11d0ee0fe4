package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * What is decided where a call accepts other kinds of token than the rules and the options do. Only
 * a bearer token can make a difference: cookies hold nothing but sessions.
 */
public final class OtherTokens {

  /** Nobody is calling, whatever token there is. */
  private static final Set<String> FINAL =
      Set.of(
          Reason.LOGGED_OUT.code(),
          Reason.CORS_PREFLIGHT.code(),
          Reason.FRONTEND_API_PROXY.code(),
          Reason.UNEXPECTED_ERROR.code());

  private OtherTokens() {}

  /** The state of a request for a call that accepts these. */
  public static RequestState stateOf(
      HttpServletRequest request, Decision decision, AcceptsToken accepts) {
    RequestState decided = decision.asked();
    if (!(decision instanceof Decision.Admitted admitted)
        || decided.reason().filter(FINAL::contains).isPresent()
        || isAccepted(decided, accepts)
        || (accepts.accepts(TokenType.SESSION_TOKEN)
            && IncomingRequest.of(decided).bearerToken() == null)) {
      return decided;
    }
    RequestState known = admitted.others().get(accepts);
    if (known != null) {
      return known;
    }
    RequestState other = decision.by().decideAgain(request, accepts);
    Decision.putFirst(admitted.with(accepts, other), request);
    return other;
  }

  private static boolean isAccepted(RequestState decided, AcceptsToken accepts) {
    return decided instanceof RequestState.SignedIn
        && decided.tokenType().filter(accepts::accepts).isPresent();
  }
}
