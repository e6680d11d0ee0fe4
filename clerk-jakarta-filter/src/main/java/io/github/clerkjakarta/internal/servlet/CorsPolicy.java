package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.Preflight;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Which other origins' pages may call this application, and what becomes of a CORS preflight: a
 * browser's question whether they may. It never carries credentials, so it is nobody's.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch: CORS protocol</a>
 */
final class CorsPolicy {

  private static final Pattern NAMES = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z, -]*");
  private static final String PREFLIGHT_DEPENDS_ON =
      "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
  private static final String EXPOSED =
      "WWW-Authenticate, Retry-After, x-clerk-auth-status, x-clerk-auth-reason";
  private static final String TEN_MINUTES = "600";

  private final List<WebUrl> origins;
  private final boolean passes;

  private CorsPolicy(List<WebUrl> origins, boolean passes) {
    this.origins = List.copyOf(origins);
    this.passes = passes;
  }

  /** The policy that these options say. */
  static CorsPolicy of(ClerkOptions options) {
    return new CorsPolicy(
        options.corsOrigins().stream().map(WebUrl::parse).filter(Objects::nonNull).toList(),
        options.preflight() == Preflight.PASS);
  }

  /** Whether a request is a preflight. */
  static boolean isPreflight(IncomingRequest request) {
    return request.method().equals("OPTIONS")
        && !request.header("origin").isEmpty()
        && !request.header("access-control-request-method").isEmpty();
  }

  /** Whether the application answers preflights itself, also of paths that aren't open. */
  boolean passesPreflights() {
    return passes;
  }

  /** Whether a request is from a page that may call this application. */
  boolean allows(IncomingRequest request) {
    if (origins.isEmpty()) {
      return false;
    }
    List<String> sent = request.header("origin");
    WebUrl origin = sent.size() == 1 ? ForeignOrigin.origin(sent.get(0)) : null;
    return origin != null && origins.stream().anyMatch(origin::hasOriginOf);
  }

  /** Has pages of allowed origins read a response, unless the application says otherwise. */
  void permit(IncomingRequest request, CallerHeaders headers) {
    if (origins.isEmpty()) {
      return;
    }
    headers.varyBy("Origin");
    if (allows(request)) {
      headers
          .offer("Access-Control-Allow-Origin", request.header("origin").get(0))
          .offer("Access-Control-Allow-Credentials", "true")
          .offer("Access-Control-Expose-Headers", EXPOSED);
    }
  }

  /** Has a preflight of an allowed origin be answered with a yes; of any other with nothing. */
  void answerPreflight(IncomingRequest request, CallerHeaders headers) {
    headers.varyBy(PREFLIGHT_DEPENDS_ON);
    if (!allows(request)) {
      return;
    }
    headers
        .offer("Access-Control-Allow-Origin", request.header("origin").get(0))
        .offer("Access-Control-Allow-Credentials", "true")
        .offer("Access-Control-Allow-Methods", METHODS)
        .offer("Access-Control-Max-Age", TEN_MINUTES);
    String asked = String.join(", ", request.header("access-control-request-headers"));
    if (!asked.isEmpty() && NAMES.matcher(asked).matches()) {
      headers.offer("Access-Control-Allow-Headers", asked);
    }
  }
}
