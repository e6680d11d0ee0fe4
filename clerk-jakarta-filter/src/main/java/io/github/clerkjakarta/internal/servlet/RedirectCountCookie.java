package io.github.clerkjakarta.internal.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * The cookie by which Clerk's SDKs count handshakes, {@code __clerk_redirect_count}, as browsers
 * hold it. Clerk's servers never see it. On https it has the prefix {@code __Host-} there: a
 * sibling subdomain could otherwise set one that ends every handshake before it begins.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-8.6">RFC 6265, section 8.6: weak
 *     integrity</a>
 */
final class RedirectCountCookie {

  private static final String CLERKS = "__clerk_redirect_count";
  private static final String OF_HOST = "__Host-clerk_redirect_count";
  private static final String COMMON = "clerk_redirect_count";

  private static final Pattern SEMICOLON = Pattern.compile(";");

  private RedirectCountCookie() {}

  /**
   * The values of {@code Cookie} headers as the engine is to read them.
   *
   * @param secure whether the browser talks to this application over https
   */
  static List<String> read(List<String> headers, BooleanSupplier secure) {
    boolean counted = false;
    for (String header : headers) {
      counted |= header.contains(COMMON);
    }
    return counted && secure.getAsBoolean()
        ? headers.stream().map(RedirectCountCookie::named).toList()
        : headers;
  }

  private static String named(String header) {
    List<String> cookies = new ArrayList<>();
    for (String cookie : SEMICOLON.splitAsStream(header).toList()) {
      if (isNamed(OF_HOST, cookie)) {
        cookies.add(cookie.replaceFirst(OF_HOST, CLERKS));
      } else if (!isNamed(CLERKS, cookie)) {
        cookies.add(cookie);
      }
    }
    return String.join(";", cookies);
  }

  /** A {@code Set-Cookie} directive of the engine, as the browser is to keep it. */
  static String written(String directive, boolean secure) {
    if (!isNamed(CLERKS, directive)) {
      return directive;
    }
    // Clerk's guard counts per directory, and in the clear: it has to count for the whole host.
    return secure
        ? directive.replaceFirst(CLERKS, OF_HOST) + "; Path=/; Secure"
        : directive + "; Path=/";
  }

  private static boolean isNamed(String name, String cookie) {
    int equals = cookie.indexOf('=');
    return equals > 0 && cookie.substring(0, equals).strip().equals(name);
  }
}
