package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.internal.web.SetCookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The cookies that Clerk wants set, as {@code Set-Cookie} directives. Only Clerk's own cookies
 * pass, and only for the host of the request or a domain that it belongs to.
 */
final class CookieDirectives {

  private static final Set<String> NAMES =
      Set.of(ClerkNames.SESSION, ClerkNames.CLIENT_UAT, ClerkNames.REFRESH, "__client");

  /** Stands for the token of a directive that names the session and gives it no value at all. */
  private static final String NO_TOKEN = "undefined";

  private final List<String> accepted;
  private final String sessionToken;

  private CookieDirectives(List<String> accepted, String sessionToken) {
    this.accepted = accepted;
    this.sessionToken = sessionToken;
  }

  static CookieDirectives of(List<String> directives, RequestContext context) {
    Set<String> hosts = context.hosts();
    List<String> accepted = new ArrayList<>();
    String sessionToken = "";
    for (String directive : directives) {
      SetCookie cookie = SetCookie.parse(directive);
      if (isClerks(cookie.name()) && isForOneOf(hosts, cookie) && !cookie.hasControlCharacters()) {
        accepted.add(directive);
      }
      if (cookie.name().startsWith(ClerkNames.SESSION)) {
        String value = cookie.value();
        sessionToken = value == null ? NO_TOKEN : value;
      }
    }
    return new CookieDirectives(accepted, sessionToken);
  }

  /**
   * The session token of the last directive that calls itself one, empty when there is none. Also
   * of one that doesn't pass: nobody is signed in by an earlier one that it was to replace.
   */
  String sessionToken() {
    return sessionToken;
  }

  void addTo(ResponseHeaders headers) {
    accepted.forEach(directive -> headers.add(ResponseHeaders.SET_COOKIE, directive));
  }

  private static boolean isClerks(String name) {
    if (name.startsWith("__clerk_")) {
      return true;
    }
    return NAMES.contains(name) || NAMES.stream().anyMatch(base -> isSuffixed(name, base));
  }

  private static boolean isSuffixed(String name, String base) {
    return name.length() > base.length() + 1 && name.startsWith(base + "_");
  }

  private static boolean isForOneOf(Set<String> hosts, SetCookie cookie) {
    String domain = cookie.attributes().get("domain");
    if (domain == null || domain.isEmpty()) {
      return true;
    }
    String parent = domain.startsWith(".") ? domain.substring(1) : domain;
    return hosts.stream().anyMatch(host -> belongsTo(host, parent.toLowerCase(Locale.ROOT)));
  }

  /** Whether a browser lets a host set cookies for this domain (RFC 6265, section 5.1.3). */
  private static boolean belongsTo(String host, String domain) {
    return host.equals(domain) || (domain.indexOf('.') > 0 && host.endsWith("." + domain));
  }
}
