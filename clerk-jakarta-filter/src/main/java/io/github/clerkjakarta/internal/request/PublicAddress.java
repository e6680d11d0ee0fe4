package io.github.clerkjakarta.internal.request;

import io.github.clerkjakarta.ClerkRequest;
import io.github.clerkjakarta.ForwardedHeaders;
import io.github.clerkjakarta.RequestSettings;
import io.github.clerkjakarta.internal.web.WebUrl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers see the application: at the configured URL, at what a reverse proxy forwards, or
 * where the request itself says. A forwarded host, scheme or prefix that isn't plainly one is not
 * believed. Path and query are the request's own, and are never resolved against anything: a path
 * that starts with two slashes stays a path.
 */
public final class PublicAddress {

  private final @Nullable WebUrl configured;
  private final @Nullable String configuredRoot;
  private final ForwardedHeaders forwardedHeaders;

  private PublicAddress(@Nullable WebUrl configured, ForwardedHeaders forwardedHeaders) {
    this.configured = configured;
    this.configuredRoot = configured == null ? null : configured.origin() + "/";
    this.forwardedHeaders = forwardedHeaders;
  }

  /** Where these settings say that browsers see the application. */
  public static PublicAddress of(RequestSettings settings) {
    return new PublicAddress(configured(settings).orElse(null), settings.forwardedHeaders());
  }

  /**
   * The context path as these settings alone say that browsers see it: what a client sends in
   * headers is no part of it.
   */
  public static String configuredContextPath(RequestSettings settings, String contextPath) {
    return configured(settings).map(url -> ProxyPrefix.of(url, contextPath)).orElse("")
        + contextPath;
  }

  private static Optional<WebUrl> configured(RequestSettings settings) {
    return settings.publicUrl().map(WebUrl::parse);
  }

  /** The URL of a request; null when the request's own isn't one, as with a host that is none. */
  public @Nullable WebUrl of(ClerkRequest request) {
    return of(request, request.url());
  }

  /** The origin alone, for less: the request's path and query aren't read. */
  @Nullable WebUrl originOf(ClerkRequest request) {
    return of(request, request.rootUrl());
  }

  /**
   * A quick look at a URL nobody has parsed yet: true only if it certainly is of the configured
   * origin.
   */
  public boolean isPlainlyOrigin(String url) {
    return configuredRoot != null && url.startsWith(configuredRoot);
  }

  /** The context path as browsers see it: behind what a proxy strips. */
  String contextPath(ClerkRequest request) {
    return prefix(request) + request.contextPath();
  }

  private @Nullable WebUrl of(ClerkRequest request, String url) {
    WebUrl own = WebUrl.parse(url);
    if (own == null) {
      return null;
    }
    if (configured != null) {
      return moved(own, configured, prefix(request));
    }
    return forwardedHeaders == ForwardedHeaders.IGNORED ? own : forwarded(request, own);
  }

  private String prefix(ClerkRequest request) {
    if (configured != null) {
      return ProxyPrefix.of(configured, request.contextPath());
    }
    return forwardedHeaders == ForwardedHeaders.WITH_PREFIX
        ? ProxyPrefix.forwarded(HeaderValues.nonEmpty(request, "x-forwarded-prefix"))
        : "";
  }

  private WebUrl forwarded(ClerkRequest request, WebUrl own) {
    String host = first(HeaderValues.value(request, "x-forwarded-host"));
    if (host == null) {
      host = HeaderValues.value(request, "host");
    }
    String scheme = first(HeaderValues.value(request, "x-forwarded-proto"));
    return moved(own, origin(own, scheme, host), prefix(request));
  }

  /** The origin that is forwarded; the request's own where there is none to be believed. */
  private static WebUrl origin(WebUrl own, @Nullable String scheme, @Nullable String host) {
    if (host == null || (scheme == null && own.isAt(host))) {
      return own;
    }
    String protocol = scheme == null ? own.scheme() : scheme;
    // A container that knows its proxy knows the port as well, and the host alone doesn't say it.
    boolean same =
        protocol.strip().equalsIgnoreCase(own.scheme())
            && host.strip().equalsIgnoreCase(own.host());
    WebUrl origin =
        !same && isHttp(protocol.stripLeading()) && isPlainHost(host.stripTrailing())
            ? WebUrl.parse((protocol + "://" + host).strip())
            : null;
    return origin == null ? own : origin;
  }

  /** The same path and query behind a prefix on another origin; as it was where that is no URL. */
  private static WebUrl moved(WebUrl own, WebUrl origin, String prefix) {
    if (prefix.isEmpty() && origin.hasOriginOf(own)) {
      return own;
    }
    WebUrl moved = WebUrl.at(origin, prefix + own.pathname() + own.search());
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
        && (configured == null ? other.configured == null : configured.equals(other.configured));
  }
}
