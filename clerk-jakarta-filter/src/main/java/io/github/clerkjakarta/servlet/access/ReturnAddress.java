package io.github.clerkjakarta.servlet.access;

import java.util.Optional;

/**
 * Where to send a browser back to, as asked for in a {@code redirect_url} parameter: an address of
 * this origin and nothing else, however it is written.
 */
public final class ReturnAddress {

  private ReturnAddress() {}

  /**
   * The absolute URL that is asked for, when it is of the given origin: a path that starts with one
   * slash, or an absolute URL. Backslashes, white space, control characters and user information
   * are refused, for browsers and servers read them differently.
   */
  public static Optional<String> within(Origin origin, String asked) {
    if (asked.chars().anyMatch(ReturnAddress::isReadDifferently)) {
      return Optional.empty();
    }
    if (asked.startsWith("/")) {
      return asked.startsWith("//") ? Optional.empty() : Optional.of(origin + asked);
    }
    return Origin.ofUrl(asked)
        .filter(origin::equals)
        .map(same -> origin + asked.substring(endOfOrigin(asked)));
  }

  private static int endOfOrigin(String url) {
    int at = url.indexOf("://") + 3;
    while (at < url.length() && "/?#".indexOf(url.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static boolean isReadDifferently(int character) {
    return character <= ' ' || character == '\\' || character > '~';
  }
}
