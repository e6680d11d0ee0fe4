package io.github.clerkjakarta.servlet.access;

import io.github.clerkjakarta.ForwardedHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * Where browsers see this application: the configured public URL, else what a proxy in front says,
 * else what the container says.
 *
 * @param publicUrl the configured origin
 * @param forwardedHeaders whether a proxy's headers count
 */
public record PublicAddress(Optional<String> publicUrl, ForwardedHeaders forwardedHeaders) {

  /** The origin at which the browser sees this request. */
  public Origin origin(HttpServletRequest request) {
    Optional<Origin> configured = publicUrl.flatMap(Origin::ofUrl);
    if (configured.isPresent()) {
      return configured.get();
    }
    String scheme = forwardedScheme(request).orElse(request.isSecure() ? "https" : scheme(request));
    return first(request, "X-Forwarded-Host")
        .flatMap(host -> Origin.parse(scheme + "://" + host))
        .orElseGet(() -> ofContainer(request, scheme));
  }

  /** The URL of this request as the browser sees it. */
  public String url(HttpServletRequest request) {
    String query = request.getQueryString();
    return origin(request) + request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static Origin ofContainer(HttpServletRequest request, String scheme) {
    String host = request.getHeader("Host");
    return Optional.ofNullable(host)
        .flatMap(authority -> Origin.parse(scheme + "://" + authority))
        .or(() -> Origin.parse(scheme + "://" + bracketed(request) + ":" + request.getServerPort()))
        .orElse(new Origin(scheme, "localhost"));
  }

  private Optional<String> forwardedScheme(HttpServletRequest request) {
    return first(request, "X-Forwarded-Proto")
        .map(scheme -> scheme.toLowerCase(Locale.ROOT))
        .filter(scheme -> scheme.equals("http") || scheme.equals("https"));
  }

  private Optional<String> first(HttpServletRequest request, String header) {
    String value = forwardedHeaders == ForwardedHeaders.TRUSTED ? request.getHeader(header) : null;
    return Optional.ofNullable(value)
        .map(list -> list.split(",", 2)[0].strip())
        .filter(first -> !first.isEmpty());
  }

  private static String scheme(HttpServletRequest request) {
    return "https".equalsIgnoreCase(request.getScheme()) ? "https" : "http";
  }

  /** A container may give the address of IPv6 without the brackets of a URL. */
  private static String bracketed(HttpServletRequest request) {
    String name = request.getServerName();
    return name != null && name.indexOf(':') >= 0 && !name.startsWith("[")
        ? "[" + name + "]"
        : String.valueOf(name);
  }
}
