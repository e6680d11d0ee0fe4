package io.github.clerkjakarta.internal.request;

/**
 * The cookie by which Clerk's SDKs count handshakes, {@code __clerk_redirect_count}, as browsers
 * hold it. Clerk's servers never see it. On https it has the prefix {@code __Host-} there: a
 * sibling subdomain could otherwise set one that ends every handshake before it begins.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-8.6">RFC 6265, section 8.6: weak
 *     integrity</a>
 */
public final class RedirectCountCookie {

  private static final String CLERKS = "__clerk_redirect_count";
  private static final String OF_HOST = "__Host-clerk_redirect_count";

  private RedirectCountCookie() {}

  /** Its name in a browser. */
  static String name(boolean secure) {
    return secure ? OF_HOST : CLERKS;
  }

  /**
   * A {@code Set-Cookie} directive of the engine, as the browser is to keep it.
   *
   * @param secure whether the browser talks to this application over https
   */
  public static String written(String directive, boolean secure) {
    if (!directive.startsWith(CLERKS + "=")) {
      return directive;
    }
    // Clerk's guard counts per directory, and in the clear: it has to count for the whole host.
    return secure
        ? directive.replaceFirst(CLERKS, OF_HOST) + "; Path=/; Secure"
        : directive + "; Path=/";
  }
}
