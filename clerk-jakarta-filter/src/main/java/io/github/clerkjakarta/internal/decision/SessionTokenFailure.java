package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.token.Reason;
import io.github.clerkjakarta.internal.token.TokenRefused;

/** A session token was refused: whether time alone was wrong, which a handshake can cure. */
final class SessionTokenFailure {

  private SessionTokenFailure() {}

  /**
   * Decides.
   *
   * @param carrier where the token was: {@code header} or {@code cookie}
   */
  static RequestState decide(RequestContext context, TokenRefused refused, String carrier) {
    if (refused.isUnexpected()) {
      return States.signedOut(context, Reason.UNEXPECTED_ERROR);
    }
    String message = refused.fullMessage(carrier);
    return switch (refused.reason()) {
      case Reason.TOKEN_EXPIRED ->
          HandshakeRedirect.orSignedOut(
              context,
              AuthReason.SESSION_TOKEN_EXPIRED + "-refresh-" + whyNotRefreshed(context),
              message);
      case Reason.TOKEN_NOT_ACTIVE_YET ->
          HandshakeRedirect.orSignedOut(context, AuthReason.SESSION_TOKEN_NBF, message);
      case Reason.TOKEN_IAT_IN_THE_FUTURE ->
          HandshakeRedirect.orSignedOut(
              context, AuthReason.SESSION_TOKEN_IAT_IN_THE_FUTURE, message);
      default -> States.signedOut(context, refused.reason(), message, new ResponseHeaders());
    };
  }

  private static String whyNotRefreshed(RequestContext context) {
    return context.isGet() ? "non-eligible-no-refresh-cookie" : "non-eligible-non-get";
  }
}
