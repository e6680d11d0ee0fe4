package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.token.Jwt;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import io.github.clerkjakarta.internal.token.TokenRefused;

/** A session token in the {@code Authorization} header. Cookies don't count beside it. */
final class BearerDecision {

  private BearerDecision() {}

  /** Decides where session tokens alone are accepted. */
  static RequestState decide(RequestContext context, ReceivedToken token) {
    return isOfAnotherClass(token)
        ? States.signedOut(context, AuthReason.TOKEN_TYPE_MISMATCH)
        : verify(context, token);
  }

  /** Decides by the token alone, whatever class it says it is of. */
  static RequestState verify(RequestContext context, ReceivedToken token) {
    try {
      return States.signedIn(context, context.verifier().verifySession(token, context.rules()));
    } catch (TokenRefused refused) {
      return SessionTokenFailure.decide(context, refused, "header");
    }
  }

  /**
   * Whether a token says that it's no session token. The same key signs machine tokens and tokens
   * made from templates, and neither ends with the session.
   */
  static boolean isOfAnotherClass(ReceivedToken token) {
    Jwt jwt = token.jwtIfDecodable();
    return jwt != null && (jwt.hasNonSessionCategory() || jwt.isMachineToken());
  }
}
