package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.RequestState.Handshake;
import io.github.clerkjakarta.RequestState.SignedIn;
import io.github.clerkjakarta.RequestState.SignedOut;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.auth.Nobody;
import io.github.clerkjakarta.internal.auth.OfInstance;
import io.github.clerkjakarta.internal.token.VerifiedToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the values that decisions end in, with Clerk's {@code x-clerk-auth-…} headers. */
final class States {

  private States() {}

  /** Somebody with a session. */
  static SignedIn signedIn(RequestContext context, VerifiedToken token) {
    return new SignedIn(
        token.text(),
        TokenType.SESSION_TOKEN,
        token.auth(),
        token.authIfActive(),
        Map.of(),
        context.settings(),
        context.request());
  }

  /** Somebody with a session, and something for the response. */
  static SignedIn signedIn(RequestContext context, VerifiedToken token, ResponseHeaders headers) {
    return new SignedIn(
        token.text(),
        TokenType.SESSION_TOKEN,
        token.auth(),
        token.authIfActive(),
        headers.toMap(),
        context.settings(),
        context.request());
  }

  /** The same, with the name of the instance in who is calling. */
  static RequestState ofInstance(RequestState state, String name) {
    if (state instanceof SignedIn signedIn) {
      return new SignedIn(
          signedIn.token(),
          signedIn.type(),
          OfInstance.named(signedIn.caller(), name),
          OfInstance.named(signedIn.callerIfActive(), name),
          signedIn.headers(),
          signedIn.settings(),
          signedIn.request());
    }
    if (state instanceof SignedOut signedOut) {
      return new SignedOut(
          signedOut.code(),
          signedOut.text(),
          signedOut.tokenType(),
          OfInstance.named(signedOut.nobody(), name),
          signedOut.headers(),
          signedOut.settings(),
          signedOut.request());
    }
    return state;
  }

  /** Nobody, where a session was asked for. */
  static SignedOut signedOut(RequestContext context, String reason) {
    return signedOut(context, reason, "", new ResponseHeaders());
  }

  /** Nobody, where a session was asked for. */
  static SignedOut signedOut(
      RequestContext context, String reason, String message, ResponseHeaders headers) {
    return new SignedOut(
        reason,
        message,
        Optional.of(TokenType.SESSION_TOKEN),
        Nobody.nobody(),
        withDebugHeaders(headers, "signed-out", reason, message),
        context.settings(),
        context.request());
  }

  /** Nobody, where one kind of token was asked for. */
  static SignedOut signedOut(
      RequestContext context, TokenType asked, String reason, String message) {
    return new SignedOut(
        reason,
        message,
        Optional.of(asked),
        Nobody.nobody(asked),
        withDebugHeaders(new ResponseHeaders(), "signed-out", reason, message),
        context.settings(),
        context.request());
  }

  /** Nobody: the token is of none of the kinds asked for. */
  static SignedOut noAcceptedToken(RequestContext context) {
    return new SignedOut(
        AuthReason.TOKEN_TYPE_MISMATCH,
        "",
        Optional.empty(),
        Nobody.invalidToken(),
        withDebugHeaders(new ResponseHeaders(), "signed-out", AuthReason.TOKEN_TYPE_MISMATCH, ""),
        context.instance().address(),
        context.request());
  }

  /** Clerk has to be asked. */
  static RequestState handshake(
      RequestContext context, String reason, String message, ResponseHeaders headers) {
    return new Handshake(
        reason,
        message,
        Nobody.nobody(),
        withDebugHeaders(headers, "handshake", reason, message),
        context.settings(),
        context.request());
  }

  private static Map<String, List<String>> withDebugHeaders(
      ResponseHeaders headers, String status, String reason, String message) {
    return headers
        .setIfPossible("x-clerk-auth-message", message)
        .setIfPossible("x-clerk-auth-reason", reason)
        .setIfPossible("x-clerk-auth-status", status)
        .toMap();
  }
}
