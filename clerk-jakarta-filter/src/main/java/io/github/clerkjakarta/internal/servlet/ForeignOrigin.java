package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.reason.PrintableText;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that a page of another origin made the browser send with the person's cookies, and that
 * may change something or opens a WebSocket. {@code SameSite=Lax} doesn't stop the pages of sibling
 * subdomains. {@code Sec-Fetch-Site} is the witness where the browser sends it, since no proxy
 * renames the host in it; else {@code Origin} is.
 *
 * @see <a href="https://clerk.com/docs/guides/secure/best-practices/csrf-protection">Clerk: CSRF
 *     protection</a>
 * @see <a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Fetch Metadata: the
 *     Sec-Fetch-Site header</a>
 */
final class ForeignOrigin {

  /** The methods that change nothing (RFC 9110, section 9.2.1). */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final List<String> authorizedParties;
  private final List<WebUrl> authorizedOrigins;

  private ForeignOrigin(List<String> authorizedParties, List<WebUrl> authorizedOrigins) {
    this.authorizedParties = authorizedParties;
    this.authorizedOrigins = authorizedOrigins;
  }

  /** Lets the pages of these origins through, beside the application's own. */
  static ForeignOrigin allowing(List<String> authorizedParties) {
    List<WebUrl> origins = new ArrayList<>();
    for (String party : authorizedParties) {
      WebUrl origin = origin(party);
      if (origin != null) {
        origins.add(origin);
      }
    }
    return new ForeignOrigin(List.copyOf(authorizedParties), List.copyOf(origins));
  }

  /** An origin and nothing else, for example {@code https://app.example}; a slash may follow. */
  static @Nullable WebUrl origin(String text) {
    WebUrl url = WebUrl.parse(text);
    if (url == null || !(url.scheme().equals("https") || url.scheme().equals("http"))) {
      return null;
    }
    String plain = text.toLowerCase(Locale.ROOT);
    String origin = url.origin();
    return Stream.of(origin, origin + (url.scheme().equals("https") ? ":443" : ":80"))
            .anyMatch(spelled -> plain.equals(spelled) || plain.equals(spelled + "/"))
        ? url
        : null;
  }

  /**
   * Says which origin sent a request that has to count as nobody's, and what would cure it; empty
   * for any other.
   */
  Optional<String> found(RequestState state) {
    IncomingRequest request = IncomingRequest.of(state);
    if (!(state instanceof RequestState.SignedIn)
        || request.bearerToken() != null
        || (SAFE.contains(request.method()) && !opensWebSocket(request))
        || isOurs(request, IncomingRequest.publicUrl(state))) {
      return Optional.empty();
    }
    return Optional.of(message(request, IncomingRequest.publicUrl(state)));
  }

  private boolean isOurs(IncomingRequest request, @Nullable WebUrl here) {
    List<String> origins = request.header("origin");
    return switch (String.join(",", request.header("sec-fetch-site"))) {
      case "same-origin" -> true;
      case "cross-site" -> !origins.isEmpty() && origins.stream().allMatch(this::isAuthorized);
      case "same-site" ->
          !origins.isEmpty() && origins.stream().allMatch(origin -> isFriend(origin, here));
      default -> origins.stream().allMatch(origin -> isFriend(origin, here));
    };
  }

  private boolean isFriend(String text, @Nullable WebUrl here) {
    WebUrl other = origin(text);
    return isAuthorized(text) || (other != null && here != null && isOrSecures(other, here));
  }

  private boolean isAuthorized(String text) {
    WebUrl other = origin(text);
    return authorizedParties.contains(text)
        || (other != null && authorizedOrigins.stream().anyMatch(other::hasOriginOf));
  }

  /**
   * Whether this is the application's own origin, or its https twin: behind a proxy that ends TLS
   * and doesn't say so, a server takes its own https address for http.
   */
  private static boolean isOrSecures(WebUrl other, WebUrl here) {
    return other.hasOriginOf(here)
        || (other.scheme().equals("https") && other.hostAndPort().equals(here.hostAndPort()));
  }

  private static boolean opensWebSocket(IncomingRequest request) {
    List<String> upgrades = request.header("upgrade");
    return !upgrades.isEmpty()
        && upgrades.stream()
            .flatMap(header -> List.of(header.split(",")).stream())
            .anyMatch(protocol -> protocol.strip().equalsIgnoreCase("websocket"));
  }

  private static String message(IncomingRequest request, @Nullable WebUrl here) {
    List<String> origins = request.header("origin");
    String sender =
        origins.isEmpty() ? "another site" : PrintableText.of(String.join(", ", origins));
    return "A page of "
        + sender
        + " made the browser send this request to "
        + (here == null ? "this application" : here.origin())
        + ". If it may, add its origin to clerk.authorizedParties (CLERK_AUTHORIZED_PARTIES), which"
        + " has to name this application's own as well and takes no session token without azp. If"
        + " it is this application behind a proxy, set clerk.publicUrl (CLERK_PUBLIC_URL) to the"
        + " origin that browsers see.";
  }
}
