package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.request.RedirectCountCookie;
import io.github.clerkjakarta.internal.web.WebUrl;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a response needs because of who is calling, and the one place that writes them.
 * {@code Set-Cookie} and {@code Vary} come on top of the application's; of any other header the
 * application's own value counts, save that a response with our cookies is never stored.
 */
final class CallerHeaders {

  /** What an answer depends on as soon as somebody asks who is calling. */
  private static final String CREDENTIALS = "Cookie, Authorization";

  private static final List<String> BY_CREDENTIALS = List.of(CREDENTIALS);

  private static final String NO_STORE = "no-store";
  private static final String PRIVATE = "private";
  private static final String SET_COOKIE = "set-cookie";
  private static final String VARY = "vary";
  private static final String CACHE_CONTROL = "cache-control";
  private static final String LOCATION = "location";
  private static final String CORS = "access-control-allow-";
  private static final String DEBUG = "x-clerk-auth-";
  private static final String DEBUG_MESSAGE = "x-clerk-auth-message";

  private final HttpServletResponse response;
  // Most responses need none of these, so nothing is made for them.
  private List<String> cookies = List.of();
  private Map<String, String> offered = Map.of();
  private List<String> varies = List.of();
  private @Nullable String cacheControl;

  /** None yet, for a response. */
  CallerHeaders(HttpServletResponse response) {
    this.response = response;
  }

  /**
   * Adds the headers of a state.
   *
   * @param debug whether Clerk's debug headers are wanted; the message leaves development alone
   */
  CallerHeaders with(RequestState state, boolean debug) {
    Map<String, List<String>> needed = state.headers();
    if (needed.isEmpty()) {
      return this;
    }
    boolean message = debug && state.settings().isDevelopment();
    boolean redirect = needed.containsKey(LOCATION);
    needed.forEach(
        (name, values) -> {
          if (name.equals(SET_COOKIE)) {
            boolean secure = isSecure(state);
            values.forEach(cookie -> cookie(RedirectCountCookie.written(cookie, secure)));
          } else if (name.equals(CACHE_CONTROL)) {
            forNobodyElse();
          } else if (name.startsWith(CORS) ? redirect : isShown(name, debug, message)) {
            offer(name, values.get(0));
          }
        });
    return this;
  }

  private static boolean isShown(String name, boolean debug, boolean message) {
    return !name.startsWith(DEBUG) || (debug && (message || !name.equals(DEBUG_MESSAGE)));
  }

  private static boolean isSecure(RequestState state) {
    WebUrl url = IncomingRequest.publicUrl(state);
    return url != null && url.scheme().equals("https");
  }

  /** Adds a cookie; one that would end the header is left out. */
  CallerHeaders cookie(String directive) {
    if (directive.chars().noneMatch(Character::isISOControl)) {
      cookies = added(cookies, directive);
      forNobodyElse();
    }
    return this;
  }

  /** Adds a header that counts until the application gives a value of its own. */
  CallerHeaders offer(String name, String value) {
    StringBuilder clean = new StringBuilder(value.length());
    value.chars().filter(c -> !Character.isISOControl(c)).forEach(c -> clean.append((char) c));
    Map<String, String> more = new TreeMap<>(offered);
    more.put(name.toLowerCase(Locale.ROOT), clean.toString());
    offered = more;
    return this;
  }

  /** What the response depends on besides. */
  CallerHeaders varyBy(String requestHeaders) {
    if (!varies.contains(requestHeaders)) {
      varies = added(varies, requestHeaders);
    }
    return this;
  }

  /** The response is for this caller alone (RFC 9110, section 12.5.5; RFC 9111, 5.2.2.5). */
  CallerHeaders forNobodyElse() {
    varyBy(CREDENTIALS);
    cacheControl = NO_STORE;
    return this;
  }

  /**
   * Somebody has asked who is calling: shared caches must not give what comes of it to others,
   * unless the application says so.
   */
  void callerWasAsked() {
    if (varies.contains(CREDENTIALS) || response.isCommitted()) {
      return;
    }
    if (varies.isEmpty()) {
      varies = BY_CREDENTIALS;
    } else {
      varyBy(CREDENTIALS);
    }
    addVary();
    if (!response.containsHeader(CACHE_CONTROL)) {
      cacheControl = PRIVATE;
      response.setHeader("Cache-Control", PRIVATE);
    }
  }

  /**
   * The page has a nonce in it, which is worth nothing once it is known: nobody stores the page,
   * unless the application says so.
   */
  void forThisResponse() {
    boolean ours = cacheControl != null && cacheControl.equals(response.getHeader("Cache-Control"));
    if (!response.isCommitted() && (ours || !response.containsHeader("Cache-Control"))) {
      cacheControl = NO_STORE;
      response.setHeader("Cache-Control", NO_STORE);
    }
  }

  /** Whether there are any. */
  boolean areEmpty() {
    return cookies.isEmpty() && offered.isEmpty() && varies.isEmpty();
  }

  /** Whether our values stand beside those of the application. */
  boolean accompany(String name) {
    return (name.equalsIgnoreCase(SET_COOKIE) && !cookies.isEmpty())
        || (name.equalsIgnoreCase(VARY) && !varies.isEmpty());
  }

  /** Whether our value stands whatever the application says. */
  boolean insistOn(String name) {
    return name.equalsIgnoreCase(CACHE_CONTROL) && !cookies.isEmpty();
  }

  /** Whether our value counts until the application gives its own. */
  boolean offer(String name) {
    return (cacheControl != null && name.equalsIgnoreCase(CACHE_CONTROL))
        || (!offered.isEmpty() && offered.containsKey(name.toLowerCase(Locale.ROOT)));
  }

  /** Puts all of them on the response. */
  void write() {
    addCookies();
    addVary();
    if (cacheControl != null && (!cookies.isEmpty() || !response.containsHeader("Cache-Control"))) {
      response.setHeader("Cache-Control", cacheControl);
    }
    offered.forEach(
        (name, value) -> {
          if (!response.containsHeader(name)) {
            response.setHeader(name, value);
          }
        });
  }

  /** Puts on the response again what caches have to know: Jetty drops it before an error page. */
  void writeCachingAgain() {
    addVary();
    if (cacheControl != null && !response.containsHeader("Cache-Control")) {
      response.setHeader("Cache-Control", cacheControl);
    }
  }

  /** Puts what stands beside the application's value of this name on the response again. */
  void writeBeside(String name) {
    if (name.equalsIgnoreCase(SET_COOKIE)) {
      addCookies();
    } else if (name.equalsIgnoreCase(VARY)) {
      addVary();
    }
  }

  private static List<String> added(List<String> some, String one) {
    if (some.isEmpty()) {
      return List.of(one);
    }
    List<String> more = new ArrayList<>(some);
    more.add(one);
    return more;
  }

  private void addCookies() {
    cookies.forEach(cookie -> response.addHeader("Set-Cookie", cookie));
  }

  private void addVary() {
    for (String requestHeaders : varies) {
      if (!response.getHeaders("Vary").contains(requestHeaders)) {
        response.addHeader("Vary", requestHeaders);
      }
    }
  }
}
