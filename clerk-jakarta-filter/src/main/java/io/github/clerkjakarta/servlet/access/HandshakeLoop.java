package io.github.clerkjakarta.servlet.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells that handshakes with Clerk lead nowhere: the guard has just ended a row of them. Signing in
 * would only start the next row.
 */
final class HandshakeLoop {

  private static final String COUNT = "__clerk_redirect_count";
  private static final String ENDED_AT = "3";

  static final String LIKELY_CAUSE =
      "Clerk was asked three times, and none of its answers could be used here. Usually the keys"
          + " are wrong: set CLERK_PUBLISHABLE_KEY and CLERK_SECRET_KEY to those of one instance.";

  private HandshakeLoop() {}

  static boolean endedBefore(HttpServletRequest request) {
    return RequestCookies.values(request, COUNT).anyMatch(ENDED_AT::equals);
  }
}
