package io.github.clerkjakarta.internal.proxy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An exchange without a body of the request, during which no thread waits, neither for the browser
 * nor for Clerk. The container says when it has taken too long.
 */
final class AsyncExchange implements AsyncListener {

  private final AsyncContext async;
  private final HttpServletResponse response;
  private final Exchange exchange;
  private final AtomicBoolean over = new AtomicBoolean();

  private AsyncExchange(AsyncContext async, HttpServletResponse response, Exchange exchange) {
    this.async = async;
    this.response = response;
    this.exchange = exchange;
  }

  /**
   * Begins one.
   *
   * @throws IllegalArgumentException when a header can't be sent on; nothing has begun then
   */
  static void begin(
      ProxiedRequest proxied,
      URI address,
      FrontendApiProxy proxy,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Upload upload = new Upload(request.getInputStream());
    HttpRequest sent = proxied.to(address, proxy, upload);
    AsyncContext async = request.startAsync(request, response);
    Exchange exchange = new Exchange(proxy, response, upload, Download::whenReady);
    AsyncExchange begun = new AsyncExchange(async, response, exchange);
    async.setTimeout(proxy.api().whole().toMillis());
    async.addListener(begun);
    begun.send(sent);
  }

  private void send(HttpRequest request) {
    var unused = exchange.begin(request).whenComplete((answer, fault) -> ended(fault));
  }

  private void ended(@Nullable Throwable fault) {
    if (over.getAndSet(true)) {
      return;
    }
    if (fault == null) {
      exchange.letGo();
      async.complete();
    } else {
      Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
      end(exchange.error(Objects.requireNonNullElse(cause, fault)));
    }
  }

  /** Answers, or breaks off what has begun. */
  private void end(ProxyError error) {
    boolean begun = exchange.letGo();
    if (begun && !exchange.hasBrowserGone()) {
      async.dispatch();
      return;
    }
    if (!begun) {
      try {
        error.write(response);
      } catch (IOException | IllegalStateException e) {
        // The browser has gone.
      }
    }
    async.complete();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    if (!over.getAndSet(true)) {
      end(ProxyError.LATE);
    }
  }

  /** The browser has gone. */
  @Override
  public void onError(AsyncEvent event) {
    over.set(true);
    exchange.letGo();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    over.set(true);
    exchange.letGo();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Nobody starts again what is dispatched to be broken off.
  }
}
