package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.PublishableKey;
import io.github.clerkjakarta.PublishableKey.InstanceType;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.servlet.access.Origin;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The headers that a response needs because of who is calling. {@code Set-Cookie} and {@code Vary}
 * come on top of the application's; of any other header the application's own value counts, save
 * that a response with our cookies is never stored.
 */
final class OurHeaders {

  private static final String DEBUG = "x-clerk-auth-";
  private static final String DEBUG_MESSAGE = "x-clerk-auth-message";
  private static final String SET_COOKIE = "set-cookie";
  private static final String REDIRECT_COUNT = "__clerk_redirect_count=";
  private static final String VARY = "vary";
  private static final String CACHE_CONTROL = "cache-control";

  private final Map<String, List<String>> headers = new TreeMap<>();

  /** The headers of a state; Clerk's debug headers on demand. */
  OurHeaders(RequestState state, boolean debugHeaders) {
    boolean development = isDevelopment(state);
    state
        .headers()
        .forEach(
            (name, values) -> {
              boolean wanted =
                  !name.startsWith(DEBUG)
                      || (debugHeaders && (development || !name.equals(DEBUG_MESSAGE)));
              if (wanted) {
                headers.put(name, clean(name, values));
              }
            });
    if (headers.containsKey(SET_COOKIE)) {
      headers.computeIfPresent(SET_COOKIE, (name, cookies) -> completed(cookies, state));
      forNobodyElse();
    }
  }

  /** Clerk's guard counts per directory, and in the clear: it has to count for the whole host. */
  private static List<String> completed(List<String> cookies, RequestState state) {
    boolean secure = Origin.of(state).filter(Origin::isSecure).isPresent();
    String attributes = secure ? "; Path=/; Secure" : "; Path=/";
    return cookies.stream()
        .map(cookie -> cookie.startsWith(REDIRECT_COUNT) ? cookie + attributes : cookie)
        .toList();
  }

  /** The response is for this caller alone (RFC 9110, section 12.5.5; RFC 9111, 5.2.2.5). */
  void forNobodyElse() {
    headers.put(VARY, List.of("Cookie, Authorization"));
    headers.put(CACHE_CONTROL, List.of("no-store"));
  }

  boolean isEmpty() {
    return headers.isEmpty();
  }

  boolean redirect() {
    return headers.containsKey("location");
  }

  /** Whether our values stand beside those of the application. */
  boolean accompany(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return (key.equals(SET_COOKIE) || key.equals(VARY)) && headers.containsKey(key);
  }

  /** Whether our value stands whatever the application says. */
  boolean insistOn(String name) {
    return name.equalsIgnoreCase(CACHE_CONTROL) && headers.containsKey(SET_COOKIE);
  }

  /** Whether our value counts until the application gives its own. */
  boolean offer(String name) {
    return headers.containsKey(name.toLowerCase(Locale.ROOT)) && !accompany(name);
  }

  /** Puts all of them on a response. */
  void applyTo(HttpServletResponse response) {
    headers.forEach(
        (name, values) -> {
          if (accompany(name)) {
            values.forEach(value -> response.addHeader(name, value));
          } else if (insistOn(name) || !response.containsHeader(name)) {
            response.setHeader(name, values.get(0));
          }
        });
  }

  /** Puts one of them on a response, beside what is there. */
  void addTo(HttpServletResponse response, String name) {
    headers
        .getOrDefault(name.toLowerCase(Locale.ROOT), List.of())
        .forEach(value -> response.addHeader(name, value));
  }

  private static List<String> clean(String name, List<String> values) {
    List<String> clean = new ArrayList<>();
    for (String value : values) {
      if (value.chars().noneMatch(OurHeaders::endsHeader)) {
        clean.add(value);
      } else if (!name.equals(SET_COOKIE)) {
        StringBuilder text = new StringBuilder();
        value.chars().filter(c -> !endsHeader(c)).forEach(c -> text.append((char) c));
        clean.add(text.toString());
      }
    }
    return List.copyOf(clean);
  }

  /** Control characters: CR and LF would start another header, NUL ends some proxies' reading. */
  private static boolean endsHeader(int character) {
    return Character.isISOControl(character);
  }

  private static boolean isDevelopment(RequestState state) {
    return state
        .settings()
        .publishableKey()
        .flatMap(PublishableKey::parse)
        .filter(key -> key.instanceType() == InstanceType.DEVELOPMENT)
        .isPresent();
  }
}
