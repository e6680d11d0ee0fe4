package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.backend.RefreshRefused;
import io.github.clerkjakarta.internal.backend.SessionRefresh;
import io.github.clerkjakarta.internal.request.HeaderValues;
import io.github.clerkjakarta.internal.token.DecodedJwt;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import io.github.clerkjakarta.internal.token.TokenRefused;
import io.github.clerkjakarta.internal.token.TokenText;
import io.github.clerkjakarta.internal.token.VerifiedToken;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expired session is refreshed through the Backend API, in the same request and without a
 * redirect, when the browser has a refresh token.
 */
final class Refresh {

  /** The methods that may change something, and that a browser can't be sent away for. */
  private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final SessionRefresh sessions;

  Refresh(SessionRefresh sessions) {
    this.sessions = sessions;
  }

  /**
   * Decides by a refreshed session.
   *
   * @throws RefreshRefused with the reason why there is none
   */
  RequestState decide(RequestContext context) throws RefreshRefused {
    if (!context.isGet() && !isUnsafeAndWanted(context)) {
      throw new RefreshRefused("non-eligible-non-get");
    }
    String refreshToken = context.cookies().refreshToken();
    if (refreshToken == null) {
      throw new RefreshRefused("non-eligible-no-refresh-cookie");
    }
    CookieDirectives cookies =
        CookieDirectives.of(sessions.cookies(wanted(context, refreshToken)), context);
    ResponseHeaders headers = new ResponseHeaders();
    cookies.addTo(headers);
    return States.signedIn(context, verified(context, cookies.sessionToken()), headers);
  }

  private static boolean isUnsafeAndWanted(RequestContext context) {
    return context.instance().options().refreshUnsafeMethods()
        && UNSAFE.contains(context.request().method());
  }

  private static SessionRefresh.Wanted wanted(RequestContext context, String refreshToken)
      throws RefreshRefused {
    ReceivedToken inCookie = context.cookies().session();
    ReceivedToken expired = inCookie == null ? context.bearer() : inCookie;
    if (expired == null) {
      throw new RefreshRefused("missing-session-token");
    }
    WebUrl url = context.url();
    if (url == null) {
      throw new RefreshRefused("unexpected-sdk-error");
    }
    return new SessionRefresh.Wanted(
        sessionId(expired.jwtIfDecodable()),
        expired.text(),
        refreshToken,
        url.origin(),
        headers(context),
        context.cookies().usesSuffixed());
  }

  private static String sessionId(@Nullable DecodedJwt expired) throws RefreshRefused {
    if (expired == null) {
      throw new RefreshRefused("expired-session-token-decode-failed");
    }
    if (expired.claim("sid") instanceof String sessionId && !sessionId.isEmpty()) {
      return sessionId;
    }
    throw new RefreshRefused("expired-session-token-missing-sid-claim");
  }

  private static Map<String, List<String>> headers(RequestContext context) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : context.request().headerNames()) {
      String value = HeaderValues.value(context.request(), name);
      if (value != null) {
        headers.put(name, List.of(value));
      }
    }
    return headers;
  }

  private static VerifiedToken verified(RequestContext context, String token)
      throws RefreshRefused {
    try {
      ReceivedToken received = context.received(TokenText.of(token));
      return context.verifier().verifySession(received, context.rules());
    } catch (TokenRefused refused) {
      throw new RefreshRefused("invalid-session-token");
    }
  }
}
