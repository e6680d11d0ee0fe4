package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.internal.token.ReceivedToken;
import io.github.clerkjakarta.internal.token.TokenText;
import io.github.clerkjakarta.internal.web.CookieHeader;
import io.github.clerkjakarta.internal.web.EcmaScriptNumber;
import org.jspecify.annotations.Nullable;

/**
 * Clerk's cookies of one request. Each exists under its plain name and under the name with the
 * instance's suffix; {@link SuffixChoice} says which of the two count.
 */
final class SessionCookies {

  private static final int MOST_REDIRECTS = 3;

  private final RequestContext context;
  private final CookieHeader cookies;
  private final SuffixedNames names;
  private final @Nullable ReceivedToken plainSession;
  private final @Nullable ReceivedToken suffixedSession;
  private final @Nullable String plainClientUat;
  private final @Nullable String suffixedClientUat;
  private final boolean suffixed;
  private final double clientUat;

  SessionCookies(RequestContext context, String header) {
    this.context = context;
    this.cookies = CookieHeader.of(header);
    this.names = context.instance().cookieNames();
    this.plainSession = received(token(ClerkNames.SESSION));
    TokenText suffixedToken = token(names.session());
    this.suffixedSession =
        plainSession != null && suffixedToken != null && plainSession.is(suffixedToken)
            ? plainSession
            : received(suffixedToken);
    this.plainClientUat = plain(ClerkNames.CLIENT_UAT);
    this.suffixedClientUat = plain(names.clientUat());
    this.suffixed = new SuffixChoice(context, this).usesSuffixed();
    this.clientUat = seconds(suffixed ? suffixedClientUat : plainClientUat);
  }

  /** Whether the suffixed cookies count. */
  boolean usesSuffixed() {
    return suffixed;
  }

  @Nullable ReceivedToken plainSession() {
    return plainSession;
  }

  @Nullable ReceivedToken suffixedSession() {
    return suffixedSession;
  }

  @Nullable String plainClientUat() {
    return plainClientUat;
  }

  @Nullable String suffixedClientUat() {
    return suffixedClientUat;
  }

  /** The session token that counts. */
  @Nullable ReceivedToken session() {
    return suffixed ? suffixedSession : plainSession;
  }

  /** When the client last changed, in seconds since the epoch; 0 when nobody is signed in. */
  double clientUat() {
    return clientUat;
  }

  /** The refresh token; only the suffixed cookie ever holds one. */
  @Nullable String refreshToken() {
    return plain(names.refresh());
  }

  /** The browser that a development instance knows, from the query or a cookie. */
  @Nullable String devBrowser() {
    String inQuery = context.parameter(ClerkNames.DEV_BROWSER);
    if (inQuery != null && !inQuery.isEmpty()) {
      return inQuery;
    }
    return plain(suffixed ? names.devBrowser() : ClerkNames.DEV_BROWSER);
  }

  /** The token of a handshake that the browser comes back from. */
  @Nullable String handshakeToken() {
    return fromQueryOrCookie(ClerkNames.HANDSHAKE);
  }

  /** The nonce of a handshake that the browser comes back from. */
  @Nullable String handshakeNonce() {
    return fromQueryOrCookie(ClerkNames.HANDSHAKE_NONCE);
  }

  /**
   * How many handshakes there have been in the last seconds, from 0 to 3. Whatever else the browser
   * says is brought into that range, so that no value outlasts the guard.
   */
  int redirectCount() {
    String text = plain(ClerkNames.REDIRECT_COUNT);
    double count = text == null ? 0 : EcmaScriptNumber.toNumber(text);
    return Double.isNaN(count) ? 0 : (int) Math.max(0, Math.min(MOST_REDIRECTS, count));
  }

  private @Nullable String fromQueryOrCookie(String name) {
    if (context.instance().acceptsHandshakeInQuery()) {
      String inQuery = context.parameter(name);
      if (inQuery != null && !inQuery.isEmpty()) {
        return inQuery;
      }
    }
    return plain(name);
  }

  private static double seconds(@Nullable String text) {
    double number = text == null ? 0 : EcmaScriptNumber.parseInt(text);
    return Double.isNaN(number) ? 0 : number;
  }

  private @Nullable String plain(String name) {
    String value = cookies.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** A token, in place where the cookie needs no decoding. */
  private @Nullable TokenText token(String name) {
    CookieHeader.Region region = cookies.locate(name);
    if (region != null) {
      return region.start() == region.end()
          ? null
          : TokenText.of(cookies.text(), region.start(), region.end());
    }
    String value = plain(name);
    return value == null ? null : TokenText.of(value);
  }

  private @Nullable ReceivedToken received(@Nullable TokenText token) {
    return token == null ? null : context.received(token);
  }
}
