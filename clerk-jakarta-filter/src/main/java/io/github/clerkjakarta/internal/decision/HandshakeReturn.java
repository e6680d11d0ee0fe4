package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.backend.HandshakePayload;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import io.github.clerkjakarta.internal.token.TokenRefused;
import io.github.clerkjakarta.internal.token.TokenRules;
import io.github.clerkjakarta.internal.token.TokenText;
import io.github.clerkjakarta.internal.token.VerifiedToken;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The browser comes back from Clerk with an answer: cookies to set, and among them a new session
 * token or none. The answer is a signed token, or a nonce that the Backend API exchanges for it.
 */
final class HandshakeReturn {

  /** How wrong the clock of a developer's machine may be. */
  private static final Duration DEVELOPMENT_SKEW = Duration.ofHours(24);

  private static final Set<Reason> CLOCK_REASONS =
      Set.of(Reason.TOKEN_EXPIRED, Reason.TOKEN_NOT_ACTIVE_YET, Reason.TOKEN_IAT_IN_THE_FUTURE);

  private final HandshakePayload payloads;

  HandshakeReturn(HandshakePayload payloads) {
    this.payloads = payloads;
  }

  /**
   * Decides by the answer; null when there is none, or it's no use and the request has to be judged
   * without it. Nobody can tell who brings a nonce that Clerk can't be asked about now.
   *
   * @throws ClerkConfigurationException in development, when the answer is for another instance
   */
  @Nullable RequestState decide(RequestContext context) {
    try {
      List<String> directives = directives(context);
      return directives == null ? null : decide(context, directives);
    } catch (HandshakePayload.NotAsked e) {
      return States.signedOut(context, Reason.UNEXPECTED_ERROR);
    }
  }

  private @Nullable RequestState decide(RequestContext context, List<String> directives) {
    CookieDirectives cookies = CookieDirectives.of(directives, context);
    ResponseHeaders headers =
        new ResponseHeaders()
            .set("access-control-allow-origin", "null")
            .set("access-control-allow-credentials", "true");
    cookies.addTo(headers);
    WebUrl url = context.url();
    if (context.instance().isDevelopment() && url != null) {
      headers
          .set(ResponseHeaders.LOCATION, withoutAnswer(url))
          .set(ResponseHeaders.CACHE_CONTROL, "no-store");
    }
    if (cookies.sessionToken().isEmpty()) {
      return States.signedOut(context, Reason.SESSION_TOKEN_MISSING, "", headers);
    }
    VerifiedToken session = verified(context, cookies.sessionToken());
    return session == null ? null : States.signedIn(context, session, headers);
  }

  private @Nullable List<String> directives(RequestContext context)
      throws HandshakePayload.NotAsked {
    String nonce = context.handshakeNonce();
    if (nonce != null) {
      return payloads.directives(nonce);
    }
    String token = context.handshakeToken();
    if (token == null) {
      return null;
    }
    try {
      return strings(context.verifier().verifyHandshake(token, context.rules()).claim("handshake"));
    } catch (TokenRefused refused) {
      if (context.instance().isDevelopment() && !refused.isUnexpected()) {
        throw switchedKeys(refused);
      }
      context.instance().log().uselessAnswer(refused);
      return null;
    }
  }

  private static List<String> strings(@Nullable Object claim) {
    return claim instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  private static @Nullable VerifiedToken verified(RequestContext context, String sessionToken) {
    ReceivedToken token = context.received(TokenText.of(sessionToken));
    try {
      return context.verifier().verifySession(token, context.rules());
    } catch (TokenRefused refused) {
      if (context.instance().isDevelopment() && CLOCK_REASONS.contains(refused.reason())) {
        context.instance().log().wrongClock(refused.reason());
        return verifiedWithSkew(context, token);
      }
      context.instance().log().uselessAnswer(refused);
      return null;
    }
  }

  private static @Nullable VerifiedToken verifiedWithSkew(
      RequestContext context, ReceivedToken token) {
    TokenRules rules = context.rules().withClockSkewMillis(DEVELOPMENT_SKEW.toMillis());
    try {
      return context.verifier().verifySession(token, rules);
    } catch (TokenRefused refused) {
      context.instance().log().uselessAnswer(refused);
      return null;
    }
  }

  private static String withoutAnswer(WebUrl url) {
    return url.withoutParametersKeepingBytes(
            ClerkNames.HANDSHAKE,
            ClerkNames.HANDSHAKE_HELP,
            ClerkNames.DEV_BROWSER,
            ClerkNames.HANDSHAKE_NONCE)
        .href();
  }

  /**
   * In development the answer is in the address and so can't be another application's. The keys
   * have been switched, and another handshake would end the same way.
   */
  private static ClerkConfigurationException switchedKeys(TokenRefused refused) {
    return new ClerkConfigurationException(
        refused.reason().equals(Reason.TOKEN_INVALID_SIGNATURE)
            ? "Clerk: Handshake token verification failed due to an invalid signature. If you have"
                + " switched Clerk keys locally, clear your cookies and try again."
            : "Clerk: Handshake token verification failed: "
                + refused.fullMessage("undefined")
                + ".");
  }
}
