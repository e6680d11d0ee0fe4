package io.github.clerkjakarta.internal.proxy;

import io.github.clerkjakarta.internal.access.RawPath;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A browser's request as Clerk is to get it. */
final class ProxiedRequest {

  private final HttpServletRequest request;

  ProxiedRequest(HttpServletRequest request) {
    this.request = request;
  }

  /** The path and query below the proxy's own path; empty when that can be read in two ways. */
  Optional<String> target() {
    String uri = request.getRequestURI();
    String own = request.getContextPath() + request.getServletPath();
    if (!RawPath.isPlain(uri) || !uri.startsWith(own)) {
      return Optional.empty();
    }
    String path = uri.substring(own.length());
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return path.isEmpty()
        ? Optional.of("/" + query)
        : Optional.of(path + query).filter(target -> target.startsWith("/"));
  }

  /**
   * Whether a body follows. HTTP/2 may leave its length open without a word; before, one of two
   * headers announces it.
   */
  boolean hasBody() {
    long length = request.getContentLengthLong();
    return length > 0
        || request.getHeader("Transfer-Encoding") != null
        || (length < 0
            && request.getProtocol().startsWith("HTTP/2")
            && !List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod()));
  }

  /**
   * The same request to an address of Clerk's.
   *
   * @param body its body, where it has one
   * @throws IllegalArgumentException when a header can't be sent on
   */
  HttpRequest to(URI address, FrontendApiProxy proxy, Upload body) {
    HttpRequest.Builder to =
        HttpRequest.newBuilder(address).method(request.getMethod(), publisher(body));
    EndToEndHeaders passed =
        EndToEndHeaders.ofRequest(Collections.list(request.getHeaders("Connection")));
    for (String name : Collections.list(request.getHeaderNames())) {
      if (passed.include(name)) {
        Collections.list(request.getHeaders(name)).forEach(value -> to.header(name, value));
      }
    }
    URI seen = URI.create(proxy.publicUrl());
    to.setHeader("Clerk-Proxy-Url", proxy.publicUrl())
        .setHeader("Clerk-Secret-Key", proxy.api().secretKey())
        .setHeader("X-Forwarded-For", ClientAddress.of(request, proxy.believed()))
        .setHeader("X-Forwarded-Host", seen.getRawAuthority())
        .setHeader("X-Forwarded-Proto", seen.getScheme());
    if (!hasBody()) {
      to.timeout(proxy.api().head());
    }
    return to.build();
  }

  private BodyPublisher publisher(Upload body) {
    if (!hasBody()) {
      return BodyPublishers.noBody();
    }
    long length = request.getContentLengthLong();
    BodyPublisher read = BodyPublishers.ofInputStream(() -> body);
    return length > 0 ? BodyPublishers.fromPublisher(read, length) : read;
  }
}
