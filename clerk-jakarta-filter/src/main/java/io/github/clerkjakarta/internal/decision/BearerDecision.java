package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.DecodedJwt;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import io.github.clerkjakarta.internal.token.TokenRefused;
import io.github.clerkjakarta.internal.token.VerifiedToken;

/** A session token in the {@code Authorization} header. Cookies don't count beside it. */
final class BearerDecision {

  private final SessionTokenFailure failure;

  BearerDecision(SessionTokenFailure failure) {
    this.failure = failure;
  }

  RequestState decide(RequestContext context, ReceivedToken token) {
    if (isOfAnotherClass(token)) {
      return States.signedOut(context, Reason.TOKEN_TYPE_MISMATCH);
    }
    try {
      VerifiedToken verified = context.verifier().verifySession(token, context.rules());
      context.instance().log().accepted(token.jwt());
      return States.signedIn(context, verified);
    } catch (TokenRefused refused) {
      return failure.decide(context, refused, "header");
    }
  }

  /**
   * Whether a token says that it's no session token. The same key signs machine tokens and tokens
   * made from templates, and neither ends with the session.
   */
  static boolean isOfAnotherClass(ReceivedToken token) {
    DecodedJwt jwt = token.jwtIfDecodable();
    return jwt != null && (jwt.hasNonSessionCategory() || jwt.isMachineToken());
  }
}
