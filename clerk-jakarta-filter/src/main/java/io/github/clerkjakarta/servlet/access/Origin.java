package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.RequestState;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web origin (RFC 6454): scheme, host and port, in lower case and without the default port.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority the host, with its port unless that is the scheme's own
 */
public record Origin(String scheme, String authority) {

  private static final Pattern SYNTAX =
      Pattern.compile(
          "(https?)://([a-z0-9_.-]+|\\[[0-9a-f:.]+\\])(?::([0-9]{1,5}))?",
          Pattern.CASE_INSENSITIVE);

  /** The origin at which the browser sees the request that was judged; empty where it is none. */
  public static Optional<Origin> of(RequestState state) {
    return state.url().flatMap(Origin::ofUrl);
  }

  /** The origin that a text is, for example {@code https://app.example}; a slash may follow. */
  public static Optional<Origin> parse(String text) {
    Matcher matcher =
        SYNTAX.matcher(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
  }

  /** The origin that an absolute URL starts with; empty when it isn't followed by a path or end. */
  static Optional<Origin> ofUrl(String url) {
    Matcher matcher = SYNTAX.matcher(url);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    boolean ends = matcher.end() == url.length() || "/?#".indexOf(url.charAt(matcher.end())) >= 0;
    return ends ? Optional.of(of(matcher)) : Optional.empty();
  }

  private static Origin of(Matcher matcher) {
    String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
    String host = matcher.group(2).toLowerCase(Locale.ROOT);
    String port = matcher.group(3);
    String defaultPort = scheme.equals("https") ? "443" : "80";
    return new Origin(scheme, port == null || port.equals(defaultPort) ? host : host + ":" + port);
  }

  /**
   * Whether this is the other origin, or its https twin: behind a proxy that ends TLS and doesn't
   * say so, a server takes its own https address for http.
   */
  public boolean isOrSecures(Origin other) {
    return authority.equals(other.authority) && (scheme.equals(other.scheme) || isSecure());
  }

  /** Whether both are one host and port, by whatever scheme. */
  boolean hasAuthorityOf(Origin other) {
    return authority.equals(other.authority);
  }

  /** Whether browsers talk to it over TLS. */
  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** As it is written in a header: {@code https://app.example}. */
  @Override
  public String toString() {
    return scheme + "://" + authority;
  }
}
