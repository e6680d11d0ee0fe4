package io.github.clerkjakarta.internal.proxy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request to Clerk and the answer, which threads of the HTTP client bring. They touch what is
 * the container's until it is {@linkplain #letGo let go} of, and then never more: the container
 * uses it for others.
 */
final class Exchange {

  private final FrontendApiProxy proxy;
  private final HttpServletResponse response;
  private final Upload upload;
  private final Function<ServletOutputStream, Download> downloads;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable CompletableFuture<HttpResponse<Void>> call;
  private @Nullable Download download;
  private boolean over;

  /**
   * An exchange that hasn't begun.
   *
   * @param downloads how the body of an answer is written
   */
  Exchange(
      FrontendApiProxy proxy,
      HttpServletResponse response,
      Upload upload,
      Function<ServletOutputStream, Download> downloads) {
    this.proxy = proxy;
    this.response = response;
    this.upload = upload;
    this.downloads = downloads;
  }

  /** Begins it; the whole answer is written when the future completes. */
  CompletableFuture<HttpResponse<Void>> begin(HttpRequest request) {
    turn.lock();
    try {
      CompletableFuture<HttpResponse<Void>> begun = proxy.api().send(request, this::answer);
      call = begun;
      return begun;
    } catch (CancellationException closed) {
      return CompletableFuture.failedFuture(closed);
    } finally {
      turn.unlock();
    }
  }

  private BodySubscriber<Void> answer(ResponseInfo head) {
    turn.lock();
    try {
      if (over) {
        return BodySubscribers.discarding();
      }
      AnswerHead.write(head, proxy, response);
      Download body = downloads.apply(response.getOutputStream());
      download = body;
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Ends whatever is under way. Returns when nobody touches the request and the response.
   *
   * @return whether an answer had begun
   */
  boolean letGo() {
    upload.cancel();
    turn.lock();
    try {
      over = true;
      if (download != null) {
        download.cancel();
      }
      if (call != null) {
        call.cancel(true);
      }
      return download != null;
    } finally {
      turn.unlock();
    }
  }

  /** Whether nobody is there to read the rest of an answer. */
  boolean hasBrowserGone() {
    turn.lock();
    try {
      return download != null && download.hasBrowserGone();
    } finally {
      turn.unlock();
    }
  }

  /** What the browser is told when Clerk's answer couldn't be had. */
  ProxyError error(Throwable fault) {
    if (upload.hasFailed() || hasBrowserGone()) {
      return ProxyError.BROKEN_OFF;
    }
    ProxyError error = ProxyError.of(fault);
    proxy.api().log(error.message(), fault);
    return error;
  }
}
