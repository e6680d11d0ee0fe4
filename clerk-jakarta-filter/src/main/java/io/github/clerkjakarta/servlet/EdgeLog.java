package io.github.clerkjakarta.servlet;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.github.clerkjakarta.ClerkConfigurationException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What an operator is told about requests that went wrong at the edge: each kind of failure at most
 * once a minute, so that nobody who can cause one fills a disk.
 */
final class EdgeLog {

  private static final System.Logger LOG = System.getLogger(EdgeLog.class.getName());
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final LongSupplier nanoTime;
  private final Kind misconfigured;
  private final Kind failed;
  private final Kind headersLost;
  private final Kind handshakeLost;

  /** Measures by a clock that never steps back. */
  EdgeLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.misconfigured = new Kind(ERROR);
    this.failed = new Kind(ERROR);
    this.headersLost = new Kind(WARNING);
    this.handshakeLost = new Kind(WARNING);
  }

  void misconfigured(ClerkConfigurationException fault) {
    misconfigured.say(String.valueOf(fault.getMessage()), null);
  }

  void failed(RuntimeException fault) {
    failed.say("A request couldn't be authenticated, and counts as nobody's.", fault);
  }

  void headersLost() {
    headersLost.say("Headers for the caller were lost: the response had been sent before.", null);
  }

  void handshakeLost() {
    handshakeLost.say("A handshake was lost: the response had been sent before.", null);
  }

  private final class Kind {

    private final Level level;
    private final AtomicLong leftOut = new AtomicLong();
    private final AtomicLong quietUntil = new AtomicLong(nanoTime.getAsLong());

    Kind(Level level) {
      this.level = level;
    }

    /** Of several at once, whoever moves the end of the quiet time writes the line. */
    void say(String line, @Nullable Throwable fault) {
      long now = nanoTime.getAsLong();
      long end = quietUntil.get();
      if (now - end >= 0 && quietUntil.compareAndSet(end, now + QUIET.toNanos())) {
        long more = leftOut.getAndSet(0);
        LOG.log(level, more == 0 ? line : line + " (And " + more + " times before.)", fault);
      } else {
        leftOut.incrementAndGet();
      }
    }
  }
}
