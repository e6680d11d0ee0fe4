package io.github.clerkjakarta.internal.request;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.ForwardedHeaders;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.internal.web.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers see the application: at the configured origin, at what a reverse proxy forwards,
 * or where the request itself says. A forwarded host or scheme that isn't plainly one is not
 * believed. Path and query are the request's own, and are never resolved against anything: a path
 * that starts with two slashes stays a path.
 */
public final class PublicAddress {

  private final @Nullable WebUrl configured;
  private final ForwardedHeaders forwardedHeaders;

  private PublicAddress(@Nullable WebUrl configured, ForwardedHeaders forwardedHeaders) {
    this.configured = configured;
    this.forwardedHeaders = forwardedHeaders;
  }

  /** Where these settings say that browsers see the application. */
  public static PublicAddress of(RequestSettings settings) {
    return new PublicAddress(
        settings.publicUrl().map(WebUrl::parse).orElse(null), settings.forwardedHeaders());
  }

  /** The URL of a request; null when the request's own isn't one, as with a host that is none. */
  public @Nullable WebUrl of(ClerkRequest request) {
    return of(request, request.url());
  }

  /** The origin alone, for less: path and query aren't read. */
  @Nullable WebUrl originOf(ClerkRequest request) {
    return of(request, request.rootUrl());
  }

  private @Nullable WebUrl of(ClerkRequest request, String url) {
    WebUrl own = WebUrl.parse(url);
    if (own == null) {
      return null;
    }
    if (configured != null) {
      return onOrigin(own, configured);
    }
    return forwardedHeaders == ForwardedHeaders.IGNORED ? own : forwarded(request, own);
  }

  private static WebUrl forwarded(ClerkRequest request, WebUrl own) {
    String host = first(HeaderValues.value(request, "x-forwarded-host"));
    if (host == null) {
      host = HeaderValues.value(request, "host");
    }
    String scheme = first(HeaderValues.value(request, "x-forwarded-proto"));
    if (host == null || (scheme == null && own.isAt(host))) {
      return own;
    }
    if (scheme == null) {
      scheme = own.scheme();
    }
    return isHttp(scheme.stripLeading()) && isPlainHost(host.stripTrailing())
        ? onOrigin(own, WebUrl.parse((scheme + "://" + host).strip()))
        : own;
  }

  /** The same path and query on another origin; the URL as it was where that makes no URL. */
  private static WebUrl onOrigin(WebUrl own, @Nullable WebUrl origin) {
    if (origin == null || origin.hasOriginOf(own)) {
      return own;
    }
    WebUrl moved = WebUrl.at(origin, own.pathname() + own.search());
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

  /** Whether both lead to the same URLs. */
  boolean isSameAs(PublicAddress other) {
    return forwardedHeaders == other.forwardedHeaders
        && (configured == null
            ? other.configured == null
            : other.configured != null && configured.hasOriginOf(other.configured));
  }
}
