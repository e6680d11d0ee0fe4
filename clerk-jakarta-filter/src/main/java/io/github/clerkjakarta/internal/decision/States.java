package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.RequestState.Handshake;
import io.github.clerkjakarta.RequestState.SignedIn;
import io.github.clerkjakarta.RequestState.SignedOut;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.internal.auth.InstanceAuth;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.VerifiedToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the values that decisions end in. */
final class States {

  private States() {}

  /** Somebody with a session. */
  static SignedIn signedIn(RequestContext context, VerifiedToken token) {
    return signedIn(context, token.auth(), token.text(), Map.of());
  }

  /** Somebody with a session, and something for the response. */
  static SignedIn signedIn(RequestContext context, VerifiedToken token, ResponseHeaders headers) {
    return signedIn(context, token.auth(), token.text(), headers.toMap());
  }

  /** Somebody with a machine token. */
  static SignedIn signedIn(RequestContext context, Auth caller, String token) {
    return signedIn(context, caller, token, Map.of());
  }

  private static SignedIn signedIn(
      RequestContext context, Auth caller, String token, Map<String, List<String>> headers) {
    Optional<String> name = context.instance().name();
    Auth named = name.isEmpty() ? caller : InstanceAuth.named(caller, name.get());
    return RequestState.about(context.request(), context.settings())
        .headers(headers)
        .signedIn(named, token);
  }

  /** Nobody, where a session was asked for. */
  static SignedOut signedOut(RequestContext context, Reason reason) {
    return signedOut(context, reason, "", new ResponseHeaders());
  }

  /** Nobody, where a session was asked for. */
  static SignedOut signedOut(
      RequestContext context, Reason reason, String message, ResponseHeaders headers) {
    return RequestState.about(context.request(), context.settings())
        .nobody(context.instance().nobody(TokenType.SESSION_TOKEN))
        .headers(headers.toMap())
        .signedOut(reason.code(), message);
  }

  /** Nobody, where one kind of token was asked for. */
  static SignedOut signedOut(
      RequestContext context, TokenType asked, Reason reason, String message) {
    return RequestState.about(context.request(), context.settings())
        .nobody(context.instance().nobody(asked))
        .signedOut(reason.code(), message);
  }

  /** Nobody: the token is of none of the kinds asked for. */
  static SignedOut noAcceptedToken(RequestContext context) {
    return RequestState.about(context.request(), context.instance().address())
        .nobody(context.instance().nobodyOfAnyKind())
        .signedOut(Reason.TOKEN_TYPE_MISMATCH.code(), "");
  }

  /** Clerk has to be asked. */
  static Handshake handshake(
      RequestContext context, Reason reason, String message, ResponseHeaders headers) {
    return RequestState.about(context.request(), context.settings())
        .nobody(context.instance().nobody(TokenType.SESSION_TOKEN))
        .headers(headers.toMap())
        .handshake(reason.code(), message);
  }
}
