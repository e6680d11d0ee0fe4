package io.github.clerkjakarta.internal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A URL as a browser and JavaScript's {@code URL} understand it. Immutable; it always holds the
 * normalised form, so two spellings of one URL have the same {@link #href()}.
 *
 * <p>The special schemes {@code http}, {@code https}, {@code ws}, {@code wss} and {@code ftp} are
 * parsed in full. Of any other scheme ({@code javascript:}, {@code mailto:}, also {@code file:})
 * only scheme, query and fragment are told apart: there is no host. A port beyond 65535 is refused
 * whatever the scheme.
 *
 * @see <a href="https://url.spec.whatwg.org/">URL Standard</a>
 */
public final class WebUrl {

  private static final String OPAQUE_ORIGIN = "null";

  private final UrlRecord parsed;

  private WebUrl(UrlRecord parsed) {
    this.parsed = parsed;
  }

  /** An absolute URL, null when the text is none. Never throws. */
  public static @Nullable WebUrl parse(String input) {
    return parse(input, (UrlRecord) null);
  }

  /**
   * A URL that may be relative to another, null when the text is none. Never throws. Beware that a
   * path with two slashes in front, {@code //two/x}, names a host.
   */
  public static @Nullable WebUrl parse(String input, WebUrl base) {
    return parse(input, base.parsed);
  }

  private static @Nullable WebUrl parse(String input, @Nullable UrlRecord base) {
    UrlRecord canonical = CanonicalUrl.recognise(input);
    UrlRecord url = canonical != null ? canonical : UrlParser.parse(input, base);
    return url == null ? null : new WebUrl(url);
  }

  /**
   * The URL of a path and query at an origin, and never anywhere else: nothing is resolved, so that
   * a path like {@code //two/x} or {@code /.//two/x} names no host. What is asked for as {@code ""}
   * or {@code ?x} is the page {@code /}.
   *
   * @param origin the URL whose scheme, host and port count; the rest of it does not
   * @param rawPathAndQuery the path and query as they stand in a request, not decoded
   * @return null when the first URL has no host; then it is no origin that a page can have
   */
  public static @Nullable WebUrl at(WebUrl origin, String rawPathAndQuery) {
    if (!origin.hasHost()) {
      return null;
    }
    // The slash ends the authority, whatever comes behind it.
    String slash = rawPathAndQuery.startsWith("/") ? "" : "/";
    return parse(origin.origin() + slash + rawPathAndQuery);
  }

  /**
   * A quick look at a query nobody has parsed yet: false only if it certainly has no parameter
   * whose name starts with this prefix of letters, digits, {@code -}, {@code .} and {@code _}. True
   * where only decoding can tell: a name with a percent sign, or a character that parsing would
   * drop.
   *
   * @param rawQuery the query without its question mark
   */
  public static boolean mayHaveParameter(String rawQuery, String namePrefix) {
    boolean startsName = true;
    boolean inName = true;
    for (int i = 0; i < rawQuery.length(); i++) {
      char c = rawQuery.charAt(i);
      if ((startsName && rawQuery.startsWith(namePrefix, i)) || (inName && c == '%') || c < ' ') {
        return true;
      }
      startsName = c == '&';
      inName = startsName || (inName && c != '=');
    }
    return false;
  }

  /** The scheme in lower case, without colon: {@code https}. */
  public String scheme() {
    return parsed.href().substring(0, parsed.schemeEnd());
  }

  /** The user name as it stands in the URL, percent-encoded; may be empty. */
  public String username() {
    return hasHost() ? parsed.href().substring(parsed.schemeEnd() + 3, parsed.usernameEnd()) : "";
  }

  /** The password as it stands in the URL, percent-encoded; may be empty. */
  public String password() {
    return parsed.hostStart() - 1 > parsed.usernameEnd()
        ? parsed.href().substring(parsed.usernameEnd() + 1, parsed.hostStart() - 1)
        : "";
  }

  /** The host without port, an IPv6 address in brackets (JavaScript's {@code hostname}). */
  public String host() {
    return parsed.href().substring(parsed.hostStart(), parsed.hostEnd());
  }

  /** The host with the port that is not the scheme's own (JavaScript's {@code host}). */
  public String hostAndPort() {
    return parsed.href().substring(parsed.hostStart(), parsed.pathStart());
  }

  /** The port, -1 when it is the scheme's own or there is no host. */
  public int port() {
    return hasHost() && parsed.hostEnd() < parsed.pathStart()
        ? Integer.parseInt(parsed.href(), parsed.hostEnd() + 1, parsed.pathStart(), 10)
        : -1;
  }

  /**
   * {@code https://shop.example:8443}; {@code "null"} for a scheme that is not special, but for
   * {@code blob:}, where it is that of the page that made it.
   */
  public String origin() {
    if (!hasHost()) {
      return scheme().equals("blob") ? originOfBlob() : OPAQUE_ORIGIN;
    }
    return originIsPrefix()
        ? parsed.href().substring(0, parsed.pathStart())
        : parsed.href().substring(0, parsed.schemeEnd() + 3)
            + parsed.href().substring(parsed.hostStart(), parsed.pathStart());
  }

  private String originOfBlob() {
    WebUrl page = parse(pathname());
    return page != null && page.scheme().startsWith("http") && page.hasHost()
        ? page.origin()
        : OPAQUE_ORIGIN;
  }

  /** Whether this is the {@link #hostAndPort}. */
  public boolean isAt(String hostAndPort) {
    return hostAndPort.length() == parsed.pathStart() - parsed.hostStart()
        && parsed.href().startsWith(hostAndPort, parsed.hostStart());
  }

  /** Whether both have the same {@link #origin}, which {@code "null"} is not. */
  public boolean hasOriginOf(WebUrl other) {
    if (originIsPrefix() && other.originIsPrefix()) {
      return parsed.pathStart() == other.parsed.pathStart()
          && parsed.href().regionMatches(0, other.parsed.href(), 0, parsed.pathStart());
    }
    String origin = origin();
    return !origin.equals(OPAQUE_ORIGIN) && origin.equals(other.origin());
  }

  private boolean originIsPrefix() {
    return hasHost() && parsed.hostStart() == parsed.schemeEnd() + 3;
  }

  /** The path, which begins with a slash where there is a host. */
  public String pathname() {
    return parsed.href().substring(parsed.pathStart(), parsed.searchStart());
  }

  /** The query with its {@code ?}; {@code ""} when it is absent or empty. */
  public String search() {
    return parsed.hashStart() - parsed.searchStart() > 1
        ? parsed.href().substring(parsed.searchStart(), parsed.hashStart())
        : "";
  }

  /** The fragment with its {@code #}; {@code ""} when it is absent or empty. */
  public String hash() {
    return parsed.href().length() - parsed.hashStart() > 1
        ? parsed.href().substring(parsed.hashStart())
        : "";
  }

  /** The whole URL. */
  public String href() {
    return parsed.href();
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
    int end =
        parsed.href().charAt(parsed.searchStart() - 1) == '/'
            ? parsed.searchStart() - 1
            : parsed.searchStart();
    int longer = end + path.length() - parsed.searchStart();
    return new WebUrl(
        new UrlRecord(
            parsed.href().substring(0, end) + path + parsed.href().substring(parsed.searchStart()),
            parsed.schemeEnd(),
            parsed.usernameEnd(),
            parsed.hostStart(),
            parsed.hostEnd(),
            parsed.pathStart(),
            parsed.searchStart() + longer,
            parsed.hashStart() + longer));
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
    int start = parsed.searchStart() + 1;
    while (start <= parsed.hashStart()) {
      int ampersand = parsed.href().indexOf('&', start);
      int end = ampersand < 0 || ampersand > parsed.hashStart() ? parsed.hashStart() : ampersand;
      String pair = parsed.href().substring(start, end);
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
        new UrlRecord(
            parsed.href().substring(0, parsed.searchStart())
                + search
                + parsed.href().substring(parsed.hashStart()),
            parsed.schemeEnd(),
            parsed.usernameEnd(),
            parsed.hostStart(),
            parsed.hostEnd(),
            parsed.pathStart(),
            parsed.searchStart(),
            parsed.searchStart() + search.length()));
  }

  /** Whether this is a URL of a special scheme, which always has a host. */
  boolean hasHost() {
    return parsed.hostEnd() > parsed.hostStart();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WebUrl url && parsed.href().equals(url.parsed.href());
  }

  @Override
  public int hashCode() {
    return parsed.href().hashCode();
  }

  /** The URL without credentials, query and fragment, which may hold tokens. */
  @Override
  public String toString() {
    return hasHost() ? origin() + pathname() : scheme() + ":";
  }
}
