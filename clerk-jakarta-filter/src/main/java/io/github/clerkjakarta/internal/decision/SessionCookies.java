package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.token.ReceivedToken;
import io.github.clerkjakarta.internal.token.TokenRules;
import io.github.clerkjakarta.internal.token.TokenText;
import io.github.clerkjakarta.internal.token.TokenVerifier;
import io.github.clerkjakarta.internal.web.CookieHeader;
import io.github.clerkjakarta.internal.web.EcmaScriptNumber;
import org.jspecify.annotations.Nullable;

/**
 * Clerk's cookies of one request. Each exists under its plain name and under the name with the
 * instance's suffix; {@link SuffixChoice} says which of the two count.
 */
final class SessionCookies {

  private static final int MOST_REDIRECTS = 3;

  private final IncomingRequest request;
  private final CookieHeader cookies;
  private final SuffixedNames names;
  private final boolean suffixed;
  private final @Nullable ReceivedToken session;
  private final double clientUat;

  SessionCookies(
      IncomingRequest request, ClerkInstance instance, TokenVerifier verifier, TokenRules rules) {
    this.request = request;
    this.cookies = request.cookies();
    this.names = instance.cookieNames();
    TokenText plainText = token(ClerkNames.SESSION);
    TokenText ownText = token(names.session());
    ReceivedToken plain = plainText == null ? null : received(plainText, verifier, rules);
    ReceivedToken own =
        plain != null && ownText != null && plain.is(ownText)
            ? plain
            : ownText == null ? null : received(ownText, verifier, rules);
    String plainUat = value(ClerkNames.CLIENT_UAT);
    String ownUat = value(names.clientUat());
    this.suffixed =
        new SuffixChoice(instance, verifier.now(), plain, own, plainUat, ownUat).usesSuffixed();
    this.session = suffixed ? own : plain;
    this.clientUat = seconds(suffixed ? ownUat : plainUat);
  }

  /** Whether the suffixed cookies count. */
  boolean usesSuffixed() {
    return suffixed;
  }

  /** The session token that counts. */
  @Nullable ReceivedToken session() {
    return session;
  }

  /** When the client last changed, in seconds since the epoch; 0 when nobody is signed in. */
  double clientUat() {
    return clientUat;
  }

  /** The refresh token; only the suffixed cookie ever holds one. */
  @Nullable String refreshToken() {
    return value(names.refresh());
  }

  /** The browser that a development instance knows. */
  @Nullable String devBrowser() {
    return value(suffixed ? names.devBrowser() : ClerkNames.DEV_BROWSER);
  }

  /**
   * How many handshakes there have been in the last seconds, from 0 to 3. Whatever else the browser
   * says is brought into that range, so that no value outlasts the guard.
   */
  int redirectCount() {
    String text = request.redirectCount();
    double count = text == null ? 0 : EcmaScriptNumber.toNumber(text);
    return Double.isNaN(count) ? 0 : (int) Math.max(0, Math.min(MOST_REDIRECTS, count));
  }

  /** The cookie of this exact name; null when it is absent or empty. */
  @Nullable String value(String name) {
    String value = cookies.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private static double seconds(@Nullable String text) {
    double number = text == null ? 0 : EcmaScriptNumber.parseInt(text);
    return Double.isNaN(number) ? 0 : number;
  }

  /** A token in place, as it was sent; null when the cookie is absent or empty. */
  private @Nullable TokenText token(String name) {
    CookieHeader.Region raw = cookies.locate(name);
    return raw == null || raw.isEmpty()
        ? null
        : TokenText.of(cookies.text(), raw.start(), raw.end());
  }

  /** A token is found as it was sent before anybody decodes it: a genuine one needs no decoding. */
  private static ReceivedToken received(TokenText sent, TokenVerifier verifier, TokenRules rules) {
    ReceivedToken token = verifier.receive(sent, rules);
    if (token.wasSeenBefore()) {
      return token;
    }
    String decoded = CookieHeader.decoded(sent.text());
    return verifier.receive(TokenText.of(decoded), rules);
  }
}
