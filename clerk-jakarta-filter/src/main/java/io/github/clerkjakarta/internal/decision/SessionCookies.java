package io.github.clerkjakarta.internal.decision;

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

  private final CookieHeader cookies;
  private final SuffixedNames names;
  private final boolean suffixed;
  private final @Nullable ReceivedToken session;
  private final double clientUat;

  SessionCookies(
      CookieHeader cookies, ClerkInstance instance, TokenVerifier verifier, TokenRules rules) {
    this.cookies = cookies;
    this.names = instance.cookieNames();
    TokenText plainToken = token(ClerkNames.SESSION);
    TokenText suffixedToken = token(names.session());
    ReceivedToken plain = plainToken == null ? null : verifier.receive(plainToken, rules);
    ReceivedToken own =
        plain != null && suffixedToken != null && plain.is(suffixedToken)
            ? plain
            : suffixedToken == null ? null : verifier.receive(suffixedToken, rules);
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
    String text = value(ClerkNames.REDIRECT_COUNT);
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

  /** A token, in place where the cookie needs no decoding. */
  private @Nullable TokenText token(String name) {
    CookieHeader.Region region = cookies.locate(name);
    if (region != null) {
      return region.start() == region.end()
          ? null
          : TokenText.of(cookies.text(), region.start(), region.end());
    }
    String value = value(name);
    return value == null ? null : TokenText.of(value);
  }
}
