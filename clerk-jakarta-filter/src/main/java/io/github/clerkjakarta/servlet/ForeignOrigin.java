package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.servlet.access.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request that a page of another origin made the browser send with the person's cookies, and that
 * may change something or opens a WebSocket. {@code SameSite=Lax} doesn't stop the pages of sibling
 * subdomains.
 *
 * @param authorizedParties the other origins that may
 * @see <a href="https://clerk.com/docs/guides/secure/best-practices/csrf-protection">Clerk: CSRF
 *     protection</a>
 */
record ForeignOrigin(List<Origin> authorizedParties) {

  /** The methods that change nothing (RFC 9110, section 9.2.1). */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  static ForeignOrigin allowing(List<String> authorizedParties) {
    return new ForeignOrigin(
        authorizedParties.stream().map(Origin::parse).flatMap(Optional::stream).toList());
  }

  /** Whether a request with this state has to count as nobody's. */
  boolean sent(HttpServletRequest request, RequestState state) {
    return state instanceof RequestState.SignedIn signedIn
        && (!SAFE.contains(request.getMethod()) || opensWebSocket(request))
        && !isBearer(request, signedIn.token())
        && Collections.list(request.getHeaders("Origin")).stream()
            .anyMatch(origin -> !isFriend(origin, state));
  }

  private boolean isFriend(String origin, RequestState state) {
    return Origin.parse(origin)
        .filter(other -> isOurs(other, state) || authorizedParties.contains(other))
        .isPresent();
  }

  private static boolean isOurs(Origin other, RequestState state) {
    return Origin.of(state).filter(other::isOrSecures).isPresent();
  }

  /** Whether the token came in the header, which no other origin can make a browser send. */
  private static boolean isBearer(HttpServletRequest request, String token) {
    String authorization = request.getHeader("Authorization");
    return authorization != null
        && (authorization.equals("Bearer " + token) || authorization.equals(token));
  }

  private static boolean opensWebSocket(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Upgrade")).stream()
        .flatMap(header -> List.of(header.split(",")).stream())
        .anyMatch(protocol -> protocol.strip().equalsIgnoreCase("websocket"));
  }
}
