package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.internal.request.IncomingRequest;

/**
 * Tells that sending a browser away again would lead nowhere: Clerk's own guard has just ended a
 * row of handshakes, or the browser was sent to sign in and came back to the same address still
 * signed out. A sign-in page sends a person who is signed in there back at once; where this
 * application refuses what Clerk says, that would never end.
 */
final class LoopGuard {

  private static final String HANDSHAKES_ENDED_AT = "3";
  private static final String TRIPS = "__clerk_sign_in_trips";
  private static final String TRIPS_OF_HOST = "__Host-clerk_sign_in_trips";
  private static final int ENOUGH_TRIPS = 3;
  private static final int FORGOTTEN_AFTER_SECONDS = 30;

  private LoopGuard() {}

  /** Whether a row of handshakes has just been ended. */
  static boolean hasEndedHandshakes(IncomingRequest request) {
    return HANDSHAKES_ENDED_AT.equals(request.redirectCount());
  }

  /**
   * How many trips to sign in for this address just ended here. On https the cookie is one that no
   * sibling subdomain can set.
   */
  static int tripsMade(IncomingRequest request, String address, boolean secure) {
    String cookie = request.cookies().get(secure ? TRIPS_OF_HOST : TRIPS);
    String end = "." + mark(address);
    if (cookie == null || cookie.length() != 1 + end.length() || !cookie.endsWith(end)) {
      return 0;
    }
    return Math.max(0, Character.digit(cookie.charAt(0), 10));
  }

  /** Whether another trip would lead nowhere. */
  static boolean areEnough(int tripsMade) {
    return tripsMade >= ENOUGH_TRIPS;
  }

  /** The cookie that remembers the trip which starts now. */
  static String cookie(int tripsMade, String address, boolean secure) {
    return (secure ? TRIPS_OF_HOST : TRIPS)
        + "="
        + (tripsMade + 1)
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
