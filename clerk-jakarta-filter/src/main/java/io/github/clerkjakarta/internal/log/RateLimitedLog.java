package io.github.clerkjakarta.internal.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One kind of line in a log, written at most once a minute however often there is a reason for it,
 * so that nobody who can cause one fills a disk. Thread-safe, and holds nobody up.
 */
public final class RateLimitedLog {

  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Logger logger;
  private final Level level;
  private final LongSupplier nanoTime;
  private final AtomicLong quietUntil;
  private final AtomicLong leftOut = new AtomicLong();

  /**
   * Lines of one kind; nothing has been written yet.
   *
   * @param nanoTime a clock that never steps back, in nanoseconds
   */
  public RateLimitedLog(Logger logger, Level level, LongSupplier nanoTime) {
    this.logger = logger;
    this.level = level;
    this.nanoTime = nanoTime;
    this.quietUntil = new AtomicLong(nanoTime.getAsLong());
  }

  /** Writes a line, and how many were left out before it; leaves it out in the minute after one. */
  public void log(String line) {
    log(line, null);
  }

  /** As {@link #log(String)}, with the stack trace of a fault. */
  public void log(String line, @Nullable Throwable fault) {
    long now = nanoTime.getAsLong();
    long end = quietUntil.get();
    // of several at once, whoever moves the end of the quiet time writes
    if (now - end < 0 || !quietUntil.compareAndSet(end, now + QUIET.toNanos())) {
      leftOut.incrementAndGet();
      return;
    }
    long before = leftOut.getAndSet(0);
    logger.log(level, before == 0 ? line : line + " (And " + before + " times before.)", fault);
  }
}
