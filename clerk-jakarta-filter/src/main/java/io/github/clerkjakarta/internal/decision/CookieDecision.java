package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.DecodedJwt;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import io.github.clerkjakarta.internal.token.TokenRefused;
import io.github.clerkjakarta.internal.token.VerifiedToken;
import io.github.clerkjakarta.internal.web.EcmaScriptNumber;
import org.jspecify.annotations.Nullable;

/**
 * A request that carries its session in cookies, or none: Clerk's order of questions, from the
 * answer of a handshake to the session token itself.
 */
final class CookieDecision {

  private final HandshakeReturn handshakeReturn;
  private final SessionTokenFailure failure;

  CookieDecision(HandshakeReturn handshakeReturn, SessionTokenFailure failure) {
    this.handshakeReturn = handshakeReturn;
    this.failure = failure;
  }

  RequestState decide(RequestContext context) {
    RequestState answered = handshakeReturn.decide(context);
    if (answered != null) {
      return answered;
    }
    RequestState synced = SatelliteSync.decide(context);
    if (synced != null) {
      return synced;
    }
    RequestState known = decideWithoutToken(context);
    if (known != null) {
      return known;
    }
    ReceivedToken session = context.cookies().session();
    if (session == null) {
      return HandshakeRedirect.orSignedOut(context, Reason.CLIENT_UAT_WITHOUT_SESSION_TOKEN, "");
    }
    return decideBySession(context, session);
  }

  /** What can be said without looking at the session token. */
  private static @Nullable RequestState decideWithoutToken(RequestContext context) {
    SessionCookies cookies = context.cookies();
    if (context.instance().isDevelopment()) {
      if (context.hasParameter(ClerkNames.DEV_BROWSER)) {
        return HandshakeRedirect.orSignedOut(context, Reason.DEV_BROWSER_SYNC, "");
      }
      if (cookies.devBrowser() == null) {
        return HandshakeRedirect.orSignedOut(context, Reason.DEV_BROWSER_MISSING, "");
      }
    }
    if (cookies.clientUat() != 0) {
      return null;
    }
    return cookies.session() == null
        ? States.signedOut(context, Reason.SESSION_TOKEN_AND_UAT_MISSING)
        : HandshakeRedirect.orSignedOut(context, Reason.SESSION_TOKEN_WITHOUT_CLIENT_UAT, "");
  }

  private RequestState decideBySession(RequestContext context, ReceivedToken session) {
    try {
      DecodedJwt jwt = session.jwt();
      if (BearerDecision.isOfAnotherClass(session)) {
        return States.signedOut(context, Reason.TOKEN_TYPE_MISMATCH);
      }
      if (issuedAt(jwt) < context.cookies().clientUat()) {
        return HandshakeRedirect.orSignedOut(
            context, Reason.SESSION_TOKEN_IAT_BEFORE_CLIENT_UAT, "");
      }
      VerifiedToken verified = context.verifier().verifySession(session, context.rules());
      context.instance().log().accepted(jwt);
      if (CrossOriginVisit.needsSync(context)) {
        return HandshakeRedirect.orSignedOut(
            context,
            Reason.PRIMARY_DOMAIN_CROSS_ORIGIN_SYNC,
            "Cross-origin request from satellite domain requires handshake");
      }
      return verified.auth().isReadable()
          ? OrganizationActivation.decide(context, States.signedIn(context, verified))
          : States.signedOut(context, Reason.UNEXPECTED_ERROR);
    } catch (TokenRefused refused) {
      return failure.decide(context, refused, "cookie");
    }
  }

  /** The claim {@code iat} as a number, as JavaScript makes one of whatever it is. */
  private static double issuedAt(DecodedJwt jwt) {
    boolean absent = jwt.iat() == null && !jwt.hasClaim("iat");
    return absent ? Double.NaN : EcmaScriptNumber.ofJson(jwt.iat());
  }
}
