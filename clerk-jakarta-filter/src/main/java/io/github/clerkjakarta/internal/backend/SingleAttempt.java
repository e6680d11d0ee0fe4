package io.github.clerkjakarta.internal.backend;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the JDK's HTTP client from sending a GET again by itself, which it does when a connection
 * ends before the answer begins; only properties of the whole JVM turn that off.
 *
 * <p>Before each attempt the client asks how long the body is. The empty body made here answers
 * once and fails the second attempt, and the call with it. Should a JDK ever ask twice for one
 * attempt, no call would come through: so after a few calls that failed like that, others may be
 * repeated until an answer has shown that the client asks once.
 */
final class SingleAttempt {

  /** So many calls may fail before it is in doubt why. */
  static final int MOST_STOPPED = 3;

  private final AtomicInteger stopped = new AtomicInteger();
  private volatile boolean shown;

  /** An empty body for one call. */
  Body body() {
    return new Body();
  }

  /** Told when a call with this body was answered. */
  void answered(Body body) {
    if (body.asked.get() == 1) {
      shown = true;
    }
  }

  /** Nothing, to be sent once. */
  final class Body implements BodyPublisher {

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public long contentLength() {
      if (asked.incrementAndGet() > 1 && (shown || stopped.incrementAndGet() <= MOST_STOPPED)) {
        throw new IllegalStateException("the connection ended, and the call isn't made twice");
      }
      return 0;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
      BodyPublishers.noBody().subscribe(subscriber);
    }
  }
}
