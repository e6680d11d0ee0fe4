package io.github.clerkjakarta.internal.web;

/**
 * The schemes whose URLs always have a host. The URL Standard also lists {@code file}, which no
 * request and no redirect has.
 *
 * @see <a href="https://url.spec.whatwg.org/#special-scheme">URL Standard, special scheme</a>
 */
final class SpecialScheme {

  private SpecialScheme() {}

  static boolean includes(String scheme) {
    return defaultPort(scheme) > 0;
  }

  /** The port that is never written in a URL of this scheme, -1 for one that is not special. */
  static int defaultPort(String scheme) {
    return switch (scheme) {
      case "https", "wss" -> 443;
      case "http", "ws" -> 80;
      case "ftp" -> 21;
      default -> -1;
    };
  }
}
