package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.backend.RefreshRefused;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.TokenRefused;

/**
 * A session token was refused: if time alone was wrong, a refresh or else a handshake can cure it.
 */
final class SessionTokenFailure {

  private final Refresh refresh;

  SessionTokenFailure(Refresh refresh) {
    this.refresh = refresh;
  }

  /**
   * Decides.
   *
   * @param carrier where the token was: {@code header} or {@code cookie}
   */
  RequestState decide(RequestContext context, TokenRefused refused, String carrier) {
    if (refused.isUnexpected()) {
      return States.signedOut(context, Reason.UNEXPECTED_ERROR);
    }
    String message = refused.fullMessage(carrier);
    Reason reason = refused.reason();
    if (reason.equals(Reason.TOKEN_EXPIRED)) {
      return refreshed(context, message);
    }
    if (reason.equals(Reason.TOKEN_NOT_ACTIVE_YET)) {
      return HandshakeRedirect.orSignedOut(context, Reason.SESSION_TOKEN_NBF, message);
    }
    return reason.equals(Reason.TOKEN_IAT_IN_THE_FUTURE)
        ? HandshakeRedirect.orSignedOut(context, Reason.SESSION_TOKEN_IAT_IN_THE_FUTURE, message)
        : States.signedOut(context, reason, message, new ResponseHeaders());
  }

  private RequestState refreshed(RequestContext context, String message) {
    try {
      return refresh.decide(context);
    } catch (RefreshRefused refused) {
      Reason reason = Reason.expiredAndNotRefreshed(refused.cause());
      return HandshakeRedirect.orSignedOut(context, reason, message);
    }
  }
}
