package io.github.clerkjakarta.internal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A URL as a browser and JavaScript's {@code URL} understand it. Immutable; it always holds the
 * normalised form, so two spellings of one URL have the same {@link #href()}.
 *
 * <p>The special schemes {@code http}, {@code https}, {@code ws}, {@code wss} and {@code ftp} are
 * parsed in full. Of any other scheme ({@code javascript:}, {@code mailto:}, also {@code file:})
 * only scheme, query and fragment are told apart: there is no host, and the origin is {@code
 * "null"}.
 *
 * @see <a href="https://url.spec.whatwg.org/">URL Standard</a>
 */
public final class WebUrl {

  private final String href;

  // Ends and starts of the parts within href:
  // https://user:password@host:8443/path?query#hash
  private final int schemeEnd;
  private final int usernameEnd;
  private final int hostStart;
  private final int hostEnd;
  private final int pathStart;
  private final int searchStart;
  private final int hashStart;

  WebUrl(
      String href,
      int schemeEnd,
      int usernameEnd,
      int hostStart,
      int hostEnd,
      int pathStart,
      int searchStart,
      int hashStart) {
    this.href = href;
    this.schemeEnd = schemeEnd;
    this.usernameEnd = usernameEnd;
    this.hostStart = hostStart;
    this.hostEnd = hostEnd;
    this.pathStart = pathStart;
    this.searchStart = searchStart;
    this.hashStart = hashStart;
  }

  /** An absolute URL, null when the text is none. Never throws. */
  public static @Nullable WebUrl parse(String input) {
    WebUrl canonical = CanonicalUrl.recognise(input);
    return canonical != null ? canonical : UrlParser.parse(input, null);
  }

  /**
   * A URL that may be relative to another, null when the text is none. Never throws. Beware that a
   * path with two slashes in front, {@code //two/x}, names a host.
   */
  public static @Nullable WebUrl parse(String input, WebUrl base) {
    WebUrl canonical = CanonicalUrl.recognise(input);
    return canonical != null ? canonical : UrlParser.parse(input, base);
  }

  /**
   * A quick look at a URL nobody has parsed yet: false only if {@link #query()} certainly has no
   * parameter whose name starts with this prefix of letters, digits, {@code -}, {@code .} and
   * {@code _}. True where only decoding can tell: a name with a percent sign, or a character that
   * parsing would drop.
   */
  public static boolean mayHaveParameter(String rawUrl, String namePrefix) {
    int question = rawUrl.indexOf('?');
    if (question < 0) {
      return false;
    }
    boolean inName = true;
    for (int i = question + 1; i < rawUrl.length(); i++) {
      char c = rawUrl.charAt(i);
      boolean startsName = i == question + 1 || rawUrl.charAt(i - 1) == '&';
      if ((startsName && rawUrl.startsWith(namePrefix, i)) || (inName && c == '%') || c < ' ') {
        return true;
      }
      inName = c == '&' || (inName && c != '=');
    }
    return false;
  }

  /** The scheme in lower case, without colon: {@code https}. */
  public String scheme() {
    return href.substring(0, schemeEnd);
  }

  /** The user name as it stands in the URL, percent-encoded; may be empty. */
  public String username() {
    return hasHost() ? href.substring(schemeEnd + 3, usernameEnd) : "";
  }

  /** The password as it stands in the URL, percent-encoded; may be empty. */
  public String password() {
    return hostStart - 1 > usernameEnd ? href.substring(usernameEnd + 1, hostStart - 1) : "";
  }

  /** The host without port, an IPv6 address in brackets (JavaScript's {@code hostname}). */
  public String host() {
    return href.substring(hostStart, hostEnd);
  }

  /** The host with the port that is not the scheme's own (JavaScript's {@code host}). */
  public String hostAndPort() {
    return href.substring(hostStart, pathStart);
  }

  /** The port, -1 when it is the scheme's own or there is no host. */
  public int port() {
    return hasHost() && hostEnd < pathStart
        ? Integer.parseInt(href, hostEnd + 1, pathStart, 10)
        : -1;
  }

  /** {@code https://shop.example:8443}; {@code "null"} for a scheme that is not special. */
  public String origin() {
    if (!hasHost()) {
      return "null";
    }
    return originIsPrefix()
        ? href.substring(0, pathStart)
        : href.substring(0, schemeEnd + 3) + href.substring(hostStart, pathStart);
  }

  /** Whether this is the {@link #hostAndPort}. */
  public boolean isAt(String hostAndPort) {
    return hostAndPort.length() == pathStart - hostStart && href.startsWith(hostAndPort, hostStart);
  }

  /** Whether both have the same {@link #origin}. */
  public boolean hasOriginOf(WebUrl other) {
    if (originIsPrefix() && other.originIsPrefix()) {
      return pathStart == other.pathStart && href.regionMatches(0, other.href, 0, pathStart);
    }
    return origin().equals(other.origin());
  }

  private boolean originIsPrefix() {
    return hasHost() && hostStart == schemeEnd + 3;
  }

  /** The path, which begins with a slash where there is a host. */
  public String pathname() {
    return href.substring(pathStart, searchStart);
  }

  /** The query with its {@code ?}; {@code ""} when it is absent or empty. */
  public String search() {
    return hashStart - searchStart > 1 ? href.substring(searchStart, hashStart) : "";
  }

  /** The fragment with its {@code #}; {@code ""} when it is absent or empty. */
  public String hash() {
    return href.length() - hashStart > 1 ? href.substring(hashStart) : "";
  }

  /** The whole URL. */
  public String href() {
    return href;
  }

  /** The parameters of the query. */
  public SearchParams query() {
    return SearchParams.parse(search());
  }

  /** This URL with the query these parameters make, with no {@code ?} when there are none. */
  public WebUrl withQuery(SearchParams parameters) {
    return withRawQuery(parameters.toString());
  }

  /** The page at this path below the URL's own, which may end in a slash; all else stays. */
  public WebUrl withPathBelow(String path) {
    int end = href.charAt(searchStart - 1) == '/' ? searchStart - 1 : searchStart;
    int longer = end + path.length() - searchStart;
    return new WebUrl(
        href.substring(0, end) + path + href.substring(searchStart),
        schemeEnd,
        usernameEnd,
        hostStart,
        hostEnd,
        pathStart,
        searchStart + longer,
        hashStart + longer);
  }

  /** This URL with a parameter added at the end; the whole query is encoded afresh. */
  public WebUrl withParameter(String name, String value) {
    return withQuery(query().append(name, value));
  }

  /** This URL with one parameter of the name; the whole query is encoded afresh. */
  public WebUrl withParameterSet(String name, String value) {
    return withQuery(query().set(name, value));
  }

  /**
   * This URL without parameters of these names; every other character of the query stays as it is.
   */
  public WebUrl withoutParametersKeepingBytes(String... names) {
    List<String> unwanted = List.of(names);
    StringBuilder rest = new StringBuilder();
    boolean found = false;
    int start = searchStart + 1;
    while (start <= hashStart) {
      int ampersand = href.indexOf('&', start);
      int end = ampersand < 0 || ampersand > hashStart ? hashStart : ampersand;
      String pair = href.substring(start, end);
      if (!pair.isEmpty() && unwanted.contains(SearchParams.nameOf(pair))) {
        found = true;
      } else {
        rest.append(pair).append('&');
      }
      start = end + 1;
    }
    return found ? withRawQuery(rest.substring(0, Math.max(0, rest.length() - 1))) : this;
  }

  private WebUrl withRawQuery(String query) {
    String search = query.isEmpty() ? "" : "?" + query;
    return new WebUrl(
        href.substring(0, searchStart) + search + href.substring(hashStart),
        schemeEnd,
        usernameEnd,
        hostStart,
        hostEnd,
        pathStart,
        searchStart,
        searchStart + search.length());
  }

  /** Whether this is a URL of a special scheme, which always has a host. */
  boolean hasHost() {
    return hostEnd > hostStart;
  }

  /** Where the user name ends. */
  int usernameEnd() {
    return usernameEnd;
  }

  /** Everything before the path. */
  String beforePath() {
    return href.substring(0, pathStart);
  }

  /** Everything before the query. */
  String beforeQuery() {
    return href.substring(0, searchStart);
  }

  /** Everything before the fragment. */
  String beforeHash() {
    return href.substring(0, hashStart);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WebUrl url && href.equals(url.href);
  }

  @Override
  public int hashCode() {
    return href.hashCode();
  }

  /** The URL without credentials, query and fragment, which may hold tokens. */
  @Override
  public String toString() {
    return hasHost() ? origin() + pathname() : scheme() + ":";
  }
}
