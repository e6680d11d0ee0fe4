package io.github.clerkjakarta.servlet.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Counts how often a browser was sent to sign in and came back to the same address still signed
 * out. A sign-in page sends a person who is signed in there back at once; where this application
 * refuses what Clerk says, that would never end.
 */
final class SignInTrips {

  private static final String NAME = "clerk_sign_in_trips";
  private static final int ENOUGH = 3;
  private static final int FORGOTTEN_AFTER_SECONDS = 30;

  private SignInTrips() {}

  /** How many trips for this address just ended here. */
  static int made(HttpServletRequest request, String address) {
    String end = "." + mark(address);
    return RequestCookies.values(request, NAME)
        .filter(cookie -> cookie.endsWith(end))
        .map(cookie -> cookie.substring(0, cookie.length() - end.length()))
        .filter(count -> count.length() == 1 && Character.isDigit(count.charAt(0)))
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  /** Whether another trip would lead nowhere. */
  static boolean areEnough(int made) {
    return made >= ENOUGH;
  }

  /** The cookie that remembers the trip which starts now. */
  static String cookie(int made, String address, boolean secure) {
    return NAME
        + "="
        + (made + 1)
        + "."
        + mark(address)
        + "; Path=/; Max-Age="
        + FORGOTTEN_AFTER_SECONDS
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }

  private static String mark(String address) {
    return Integer.toHexString(address.hashCode());
  }
}
