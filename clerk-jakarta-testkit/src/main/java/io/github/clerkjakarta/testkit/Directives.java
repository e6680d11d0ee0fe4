package io.github.clerkjakarta.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the {@code Set-Cookie} directives with which a handshake brings the application's cookies
 * up to date (RFC 6265 section 4.1).
 */
final class Directives {

  private static final int ONE_YEAR = 31_536_000;

  private final Instance instance;
  private final boolean secure;
  private final List<String> directives = new ArrayList<>();

  /** Secure cookies reach https addresses only, so the flag follows the address. */
  Directives(Instance instance, boolean secure) {
    this.instance = instance;
    this.secure = secure;
  }

  Directives session(String token) {
    return both("__session", token, ONE_YEAR);
  }

  Directives noSession() {
    return both("__session", "", 0);
  }

  Directives clientUpdatedAt(long seconds) {
    return both("__client_uat", Long.toString(seconds), ONE_YEAR);
  }

  Directives devBrowser(Client client) {
    return both("__clerk_db_jwt", client.devBrowser(), ONE_YEAR);
  }

  /** The cookie of the Frontend API itself. */
  Directives client(Client client) {
    return add("__client=" + client.id(), ONE_YEAR, "; HttpOnly");
  }

  /** The answer of a handshake, where a cookie carries it. */
  Directives handshake(String name, String value) {
    return add(name + "=" + value, 60, "; HttpOnly");
  }

  /** Without this every later request would repeat the handshake. */
  Directives noHandshake() {
    add("__clerk_handshake=", 0, "; HttpOnly");
    return add("__clerk_handshake_nonce=", 0, "; HttpOnly");
  }

  List<String> list() {
    return List.copyOf(directives);
  }

  private Directives both(String name, String value, int maxAge) {
    add(name + "=" + value, maxAge, "");
    return add(name + "_" + instance.cookieSuffix() + "=" + value, maxAge, "");
  }

  private Directives add(String cookie, int maxAge, String httpOnly) {
    directives.add(
        cookie
            + "; Path=/; Max-Age="
            + maxAge
            + "; SameSite=Lax"
            + (secure ? "; Secure" : "")
            + httpOnly);
    return this;
  }
}
