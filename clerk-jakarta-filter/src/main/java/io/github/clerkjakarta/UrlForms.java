package io.github.clerkjakarta;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which forms of address an option may have. None may hold a user's name or password. */
final class UrlForms {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|[a-z0-9.-]+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
  private static final Pattern PATH =
      Pattern.compile("~?/([^/\\\\\\s\\p{Cntrl}][^\\s\\p{Cntrl}]*)?");
  private static final Pattern PLAIN_PATH =
      Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~!$&'()*+=:@-]+)*");
  private static final Pattern PARTY = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#@\\s]+");
  private static final Pattern HOST = Pattern.compile("[^/\\\\?#@:\\s]+(:[0-9]+)?");

  private UrlForms() {}

  /** The Backend API: only on this very host may it do without TLS. */
  static boolean isBackend(String text) {
    return web(text)
        .filter(url -> url.getRawQuery() == null && url.getRawFragment() == null)
        .filter(url -> isHttps(url) || isLoopback(url))
        .isPresent();
  }

  /** Scheme, host and port of a web address, and nothing else. */
  static boolean isOrigin(String text) {
    return web(text)
        .filter(url -> url.getRawPath().isEmpty())
        .filter(url -> url.getRawQuery() == null && url.getRawFragment() == null)
        .isPresent();
  }

  /** An origin, or a plain path at one that ends in no slash. */
  static boolean isApplication(String text) {
    return web(text)
        .filter(url -> PLAIN_PATH.matcher(url.getRawPath()).matches())
        .filter(url -> url.getRawQuery() == null && url.getRawFragment() == null)
        .isPresent();
  }

  /** A page: a web address, a path on this host, or (with {@code ~}) in this application. */
  static boolean isPage(String text) {
    return isWeb(text) || PATH.matcher(text).matches();
  }

  /** A proxy of the Frontend API: a web address, or a path on this host. */
  static boolean isProxy(String text) {
    return isWeb(text) || (text.startsWith("/") && isPage(text));
  }

  static boolean isWeb(String text) {
    return web(text).isPresent();
  }

  /** What the claim {@code azp} of a token may say: an origin, of a browser's extension too. */
  static boolean isAuthorizedParty(String text) {
    return PARTY.matcher(text).matches();
  }

  /** A host, with or without a port. */
  static boolean isHost(String text) {
    return HOST.matcher(text).matches();
  }

  /** Whether a web address would send what it sends in clear text to another host. */
  static boolean isInTheClear(String text) {
    return web(text).filter(url -> !isHttps(url) && !isLoopback(url)).isPresent();
  }

  private static boolean isHttps(URI url) {
    return url.getScheme().equalsIgnoreCase("https");
  }

  private static boolean isLoopback(URI url) {
    return LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
  }

  private static Optional<URI> web(String text) {
    try {
      return Optional.of(new URI(text))
          .filter(url -> url.getScheme() != null && url.getHost() != null)
          .filter(url -> Set.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT)))
          .filter(url -> url.getRawUserInfo() == null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
