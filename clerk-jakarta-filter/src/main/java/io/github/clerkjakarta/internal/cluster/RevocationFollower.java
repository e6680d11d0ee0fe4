package io.github.clerkjakarta.internal.cluster;

import static java.lang.System.Logger.Level.WARNING;

import io.github.clerkjakarta.internal.log.RateLimitedLog;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A thread that reads once a second which sessions have ended on other nodes. While it can't, they
 * count on this node until their tokens have expired, as they would without the cache: an outage of
 * the cache is to sign nobody out.
 */
public final class RevocationFollower implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(RevocationFollower.class.getName());
  private static final long SECONDS_BETWEEN = 1;
  private static final long SECONDS_TO_END = 5;

  private final RevocationLog log;
  private final Consumer<String> ended;
  private final RateLimitedLog failed =
      new RateLimitedLog(LOG, WARNING, TimeSource.SYSTEM::nanoTime);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Begins to read.
   *
   * @param ended is told the ids of sessions that have ended and users that are gone
   */
  public RevocationFollower(RevocationLog log, Consumer<String> ended) {
    this.log = log;
    this.ended = ended;
    this.thread = new Thread(null, this::follow, "clerk-ended-sessions", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(RevocationFollower.class.getClassLoader());
    thread.start();
  }

  private void follow() {
    try {
      while (!closed.await(SECONDS_BETWEEN, TimeUnit.SECONDS)) {
        read();
      }
    } catch (InterruptedException e) {
      // as good as closed
    }
  }

  private void read() {
    try {
      log.readNew(ended);
    } catch (RuntimeException | LinkageError e) {
      failed.log(
          "Which sessions have ended on other nodes can't be read from the cache; until it can,"
              + " they count here until their tokens have expired.",
          e);
    }
  }

  /** Reads no more; waits for a reading that is under way, though not for ever. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
