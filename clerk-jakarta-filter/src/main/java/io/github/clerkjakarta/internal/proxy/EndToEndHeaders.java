package io.github.clerkjakarta.internal.proxy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which headers a proxy passes on. Those that are about one connection stay on it: the ones that
 * HTTP names, and whichever {@code Connection} names.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1">RFC 9110, section 7.6.1:
 *     Connection</a>
 */
final class EndToEndHeaders {

  private static final Set<String> OF_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Said anew of a request: where it goes, how long it is, whom it is from, and by which key. */
  private static final Set<String> SAID_ANEW =
      Set.of(
          "host",
          "content-length",
          "expect",
          "clerk-proxy-url",
          "clerk-secret-key",
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-prefix",
          "x-forwarded-proto",
          "x-real-ip",
          "cf-connecting-ip",
          "true-client-ip");

  /** About Clerk's host, and so not about the one that browsers see. */
  private static final Set<String> OF_HOST =
      Set.of("alt-svc", "nel", "report-to", "server", "strict-transport-security");

  private static final Pattern COMMA = Pattern.compile(",");

  private final Set<String> left;

  private EndToEndHeaders(Set<String> more, Collection<String> connection) {
    left = new HashSet<>(OF_CONNECTION);
    left.addAll(more);
    for (String value : connection) {
      COMMA.splitAsStream(value).map(name -> lower(name.strip())).forEach(left::add);
    }
  }

  /** Of a request with these values of {@code Connection}. */
  static EndToEndHeaders ofRequest(Collection<String> connection) {
    return new EndToEndHeaders(SAID_ANEW, connection);
  }

  /** Of an answer with these values of {@code Connection}. */
  static EndToEndHeaders ofAnswer(List<String> connection) {
    return new EndToEndHeaders(OF_HOST, connection);
  }

  /** Whether a header is passed on; what begins with a colon is HTTP/2's own. */
  boolean include(String name) {
    return !name.startsWith(":") && !left.contains(lower(name));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
