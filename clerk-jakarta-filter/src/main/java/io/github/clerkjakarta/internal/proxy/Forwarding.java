package io.github.clerkjakarta.internal.proxy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** What becomes of a request for the Frontend API: it is passed on, or refused. */
public final class Forwarding {

  private Forwarding() {}

  /**
   * Passes a request on to Clerk, and Clerk's answer back.
   *
   * @throws ServletException when an answer broke off that has begun
   * @throws IOException when the response can't be written
   */
  public static void serve(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      ProxyError.UNREACHABLE.breakOff(response);
      return;
    }
    Optional<FrontendApiProxy> proxy = FrontendApiProxy.on(request);
    if (proxy.isEmpty()) {
      ProxyError.NO_FILTER.write(response);
    } else {
      pass(request, response, proxy.get());
    }
  }

  private static void pass(
      HttpServletRequest request, HttpServletResponse response, FrontendApiProxy proxy)
      throws ServletException, IOException {
    if (!PassedMethods.ALL.contains(request.getMethod())) {
      ProxyError.METHOD.write(response);
      return;
    }
    ProxiedRequest proxied = new ProxiedRequest(request);
    Optional<URI> address = proxied.target().flatMap(proxy.api()::at);
    if (address.isEmpty()) {
      ProxyError.PATH.write(response);
      return;
    }
    try {
      if (request.isAsyncSupported() && !proxied.hasBody()) {
        AsyncExchange.begin(proxied, address.get(), proxy, request, response);
      } else {
        BlockingExchange.run(proxied, address.get(), proxy, request, response);
      }
    } catch (IllegalArgumentException e) {
      ProxyError.HEADER.write(response);
    }
  }
}
