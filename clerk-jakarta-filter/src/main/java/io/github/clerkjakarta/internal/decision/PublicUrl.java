package io.github.clerkjakarta.internal.decision;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.ForwardedHeaders;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.RequestState;
import io.github.clerkjakarta.internal.web.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * The URL as the browser sees it: from the configuration, from what a reverse proxy forwards, or
 * from the request itself. A forwarded host or scheme that isn't plainly one is not believed.
 */
public final class PublicUrl {

  private PublicUrl() {}

  /** The URL of the request that was judged; null when it isn't one. */
  public static @Nullable WebUrl of(RequestState state) {
    RequestSettings settings = state.settings();
    return of(
        state.request(),
        settings.publicUrl().map(WebUrl::parse).orElse(null),
        settings.forwardedHeaders());
  }

  /**
   * The URL; null when the request's own isn't one, as with a {@code Host} that is no host.
   *
   * @param configured the origin that browsers see, where it is configured
   * @param forwardedHeaders whether a reverse proxy is believed
   */
  static @Nullable WebUrl of(
      ClerkRequest request, @Nullable WebUrl configured, ForwardedHeaders forwardedHeaders) {
    WebUrl own = WebUrl.parse(request.url());
    if (own == null) {
      return null;
    }
    if (configured != null) {
      return onOrigin(own, configured.origin());
    }
    if (forwardedHeaders == ForwardedHeaders.IGNORED) {
      return own;
    }
    return forwarded(request, own);
  }

  private static WebUrl forwarded(ClerkRequest request, WebUrl own) {
    String host = first(Headers.value(request, "x-forwarded-host"));
    if (host == null) {
      host = Headers.value(request, "host");
    }
    String scheme = first(Headers.value(request, "x-forwarded-proto"));
    if (host == null || (scheme == null && own.isAt(host))) {
      return own;
    }
    if (scheme == null) {
      scheme = own.scheme();
    }
    return isHttp(scheme.stripLeading()) && isPlainHost(host.stripTrailing())
        ? onOrigin(own, (scheme + "://" + host).strip())
        : own;
  }

  /** The same path and query on another origin; the URL as it was where that makes no URL. */
  private static WebUrl onOrigin(WebUrl own, String origin) {
    if (origin.equals(own.origin())) {
      return own;
    }
    WebUrl base = WebUrl.parse(origin);
    WebUrl moved = base == null ? null : WebUrl.parse(own.pathname() + own.search(), base);
    return moved == null ? own : moved;
  }

  private static @Nullable String first(@Nullable String list) {
    int comma = list == null ? -1 : list.indexOf(',');
    return list == null || comma < 0 ? list : list.substring(0, comma);
  }

  private static boolean isHttp(String scheme) {
    return scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
  }

  /** ASCII, and nothing that would end the host or precede it in a URL. */
  private static boolean isPlainHost(String host) {
    if (host.isEmpty()) {
      return false;
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c <= ' ' || c >= 0x7f || "@/\\?#%".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }
}
