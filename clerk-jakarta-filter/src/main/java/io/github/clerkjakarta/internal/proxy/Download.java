package io.github.clerkjakarta.internal.proxy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of Clerk's answer on its way to the browser. A piece is asked for once the one before is
 * written, so that no more than one is in memory; the body has come when all of it is written.
 */
final class Download implements BodySubscriber<Void> {

  private final ServletOutputStream out;
  private final BooleanSupplier ready;
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
  private final ReentrantLock turn = new ReentrantLock();
  private final CompletableFuture<Void> written = new CompletableFuture<>();
  private @Nullable Subscription clerk;
  private boolean begun;
  private boolean writing;
  private boolean asked;
  private boolean unflushed;
  private boolean read;
  private boolean gone;

  private Download(ServletOutputStream out, BooleanSupplier ready, boolean begun) {
    this.out = out;
    this.ready = ready;
    this.begun = begun;
  }

  /** Writes when the container says that it can be done without waiting. */
  static Download whenReady(ServletOutputStream out) {
    Download download = new Download(out, out::isReady, false);
    out.setWriteListener(download.new Browser());
    return download;
  }

  /** Writes, and waits for the browser. */
  static Download blocking(ServletOutputStream out) {
    return new Download(out, () -> true, true);
  }

  @Override
  public CompletionStage<Void> getBody() {
    return written;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    turn.lock();
    try {
      clerk = subscription;
      goOn();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    turn.lock();
    try {
      asked = false;
      waiting.addAll(pieces);
      goOn();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void onComplete() {
    turn.lock();
    try {
      read = true;
      goOn();
    } finally {
      turn.unlock();
    }
  }

  /** Ends it: from here on nothing is written. */
  void cancel() {
    onError(new CancellationException());
  }

  /** Clerk's answer broke off. */
  @Override
  public void onError(Throwable fault) {
    turn.lock();
    try {
      if (clerk != null) {
        clerk.cancel();
      }
      written.completeExceptionally(fault);
    } finally {
      turn.unlock();
    }
  }

  private void browserHasGone(Throwable fault) {
    turn.lock();
    try {
      gone = true;
      onError(fault);
    } finally {
      turn.unlock();
    }
  }

  /** Whether it wasn't Clerk who broke off. */
  boolean hasBrowserGone() {
    turn.lock();
    try {
      return gone;
    } finally {
      turn.unlock();
    }
  }

  /** Holds the turn; whatever is called here may call back. */
  private void goOn() {
    if (clerk == null || !begun || writing) {
      return;
    }
    writing = true;
    try {
      boolean more = true;
      while (more && !written.isDone() && ready.getAsBoolean()) {
        more = step(clerk);
      }
    } catch (IOException | RuntimeException e) {
      browserHasGone(e);
    } finally {
      writing = false;
    }
  }

  /** Does one thing, for after each the container has to be asked again; false when it waits. */
  private boolean step(Subscription subscription) throws IOException {
    ByteBuffer next = waiting.poll();
    if (next != null) {
      byte[] bytes = new byte[next.remaining()];
      next.get(bytes);
      out.write(bytes);
      unflushed = true;
      return true;
    }
    if (read) {
      written.complete(null);
      return false;
    }
    if (!asked) {
      asked = true;
      subscription.request(1);
      return true;
    }
    if (unflushed) {
      // Clerk takes its time: what has come so far is the browser's now.
      unflushed = false;
      out.flush();
    }
    return false;
  }

  /** What the container tells of the browser. */
  private final class Browser implements WriteListener {

    @Override
    public void onWritePossible() {
      turn.lock();
      try {
        begun = true;
        goOn();
      } finally {
        turn.unlock();
      }
    }

    @Override
    public void onError(Throwable fault) {
      browserHasGone(fault);
    }
  }
}
