package io.github.clerkjakarta.servlet;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A browser's question whether another origin may send a request. It never carries credentials, so
 * it is let pass as nobody's, whatever the rules say; of a path that isn't open, a {@link
 * PreflightAnswer} keeps what the application writes.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">Fetch: CORS-preflight
 *     fetch</a>
 */
final class CorsPreflight {

  private CorsPreflight() {}

  static boolean is(HttpServletRequest request) {
    return "OPTIONS".equals(request.getMethod())
        && request.getHeader("Origin") != null
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
