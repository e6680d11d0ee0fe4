package io.github.clerkjakarta.internal.proxy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An exchange that the container's thread waits for: one with a body of the request, or where some
 * filter of the application doesn't support asynchronous requests.
 */
final class BlockingExchange {

  private BlockingExchange() {}

  /**
   * Has one from its beginning to its end.
   *
   * @throws IllegalArgumentException when a header can't be sent on; nothing has begun then
   * @throws ServletException when an answer broke off that has begun
   */
  static void run(
      ProxiedRequest proxied,
      URI address,
      FrontendApiProxy proxy,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    Upload upload = new Upload(request.getInputStream());
    HttpRequest sent = proxied.to(address, proxy, upload);
    Exchange exchange = new Exchange(proxy, response, upload, Download::blocking);
    ProxyError error;
    try {
      exchange.begin(sent).get(proxy.api().whole().toNanos(), TimeUnit.NANOSECONDS);
      exchange.letGo();
      return;
    } catch (TimeoutException e) {
      error = ProxyError.LATE;
    } catch (ExecutionException e) {
      error = exchange.error(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      error = ProxyError.BROKEN_OFF;
    }
    exchange.letGo();
    error.breakOff(response);
  }
}
