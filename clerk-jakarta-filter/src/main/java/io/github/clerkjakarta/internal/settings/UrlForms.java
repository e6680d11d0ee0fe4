package io.github.clerkjakarta.internal.settings;

import io.github.clerkjakarta.internal.web.Loopback;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which forms of address a setting may have. None may hold a user's name or password. */
public final class UrlForms {

  /** What to write in place of a wildcard. */
  static final String NO_WILDCARD =
      "the origins themselves, such as https://app.example, with commas between them: a wildcard"
          + " matches none";

  /** What {@link #isBackend} asks for. */
  static final String BACKEND =
      "an https:// address, or an http:// one of this host, such as http://localhost:8080";

  private static final Pattern PATH =
      Pattern.compile("~?/([^/\\\\\\s\\p{Cntrl}][^\\s\\p{Cntrl}]*)?");
  private static final Pattern PLAIN_PATH =
      Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~!$&'()*+=:@-]+)*");
  private static final Pattern ORIGIN = Pattern.compile("(?i:https?)://[^/\\\\?#@*\\s]+/?");
  private static final Pattern OTHER_PARTY =
      Pattern.compile("(?!(?i:https?):)[A-Za-z][A-Za-z0-9+.-]*://[^/?#@\\s]+");
  private static final Pattern IN_QUOTES = Pattern.compile("[\\x21-\\x7e&&[^\"',;<>\\\\^`{|}]]+");
  private static final Pattern HOST = Pattern.compile("[^/\\\\?#@:\\s]+(:[0-9]+)?");

  private UrlForms() {}

  /** Where a secret key is sent to: only on this very host may that do without TLS. */
  static boolean isBackend(String text) {
    return web(text)
        .filter(url -> url.getRawQuery() == null && url.getRawFragment() == null)
        .filter(url -> !isInTheClear(url))
        .isPresent();
  }

  /** Scheme, host and port of a web address, and nothing else but a slash. */
  public static boolean isOrigin(String text) {
    return ORIGIN.matcher(text).matches() && WebUrl.parse(text) != null;
  }

  static boolean areOrigins(List<String> texts) {
    return texts.stream().allMatch(UrlForms::isOrigin);
  }

  /** What the claim {@code azp} of a token may say: an origin, of a browser's extension too. */
  static boolean areParties(List<String> texts) {
    return texts.stream().allMatch(it -> isOrigin(it) || OTHER_PARTY.matcher(it).matches());
  }

  static boolean haveWildcard(List<String> texts) {
    return texts.stream().anyMatch(text -> text.contains("*"));
  }

  /** An origin as browsers write it; another scheme's stays as it is. */
  static String canonical(String origin) {
    WebUrl url = isOrigin(origin) ? WebUrl.parse(origin) : null;
    return url == null ? origin : url.origin();
  }

  static List<String> canonical(List<String> origins) {
    return origins.stream().map(UrlForms::canonical).toList();
  }

  /** An origin, or a plain path at one that ends in no slash. */
  static boolean isApplication(String text) {
    return web(text)
        .filter(url -> PLAIN_PATH.matcher(url.getRawPath()).matches())
        .filter(url -> url.getRawQuery() == null && url.getRawFragment() == null)
        .isPresent();
  }

  /** An application's address with its origin as browsers write it. */
  static String canonicalApplication(String text) {
    WebUrl url = WebUrl.parse(text);
    return url == null ? text : url.origin() + URI.create(text).getRawPath();
  }

  /** A host with or without a port, as an origin has it. */
  public static boolean isHostOfOrigin(String text) {
    return Stream.of("http://", "https://")
        .map(scheme -> scheme + text)
        .anyMatch(origin -> isOrigin(origin) && canonical(origin).equals(origin));
  }

  /** A page: a web address, a path on this host, or (with {@code ~}) in this application. */
  static boolean isPage(String text) {
    return isWeb(text) || PATH.matcher(text).matches();
  }

  /** A proxy of the Frontend API: a web address, or a path on this host. */
  public static boolean isProxy(String text) {
    return isWeb(text) || (text.startsWith("/") && isPage(text));
  }

  /** Where reports are sent to, as a text in quotes within a header. */
  static boolean isReportingEndpoint(String text) {
    boolean address = isWeb(text) ? !isInTheClear(text) : text.startsWith("/") && isPage(text);
    return address && IN_QUOTES.matcher(text).matches();
  }

  /** A web address. */
  public static boolean isWeb(String text) {
    return web(text).isPresent();
  }

  /** A host, with or without a port. */
  public static boolean isHost(String text) {
    return HOST.matcher(text).matches();
  }

  /** Whether a web address would send what it sends in clear text to another host. */
  public static boolean isInTheClear(String text) {
    return web(text).filter(UrlForms::isInTheClear).isPresent();
  }

  private static boolean isInTheClear(URI url) {
    return !url.getScheme().equalsIgnoreCase("https") && !Loopback.is(url.getHost());
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
