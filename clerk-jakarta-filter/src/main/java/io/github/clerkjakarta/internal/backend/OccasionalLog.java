package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.token.TimeSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Warns at most once a minute, so that no client can fill a disk. */
final class OccasionalLog {

  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Logger logger;
  private final TimeSource time;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile Pause quiet = Pause.NONE;

  OccasionalLog(Logger logger, TimeSource time) {
    this.logger = logger;
    this.time = time;
  }

  /** Writes one line, unless another was written lately or is being written. */
  void warn(String line) {
    if (!quiet.isOver(time.nanoTime()) || !writing.tryLock()) {
      return;
    }
    try {
      long now = time.nanoTime();
      if (quiet.isOver(now)) {
        quiet = new Pause(now, QUIET.toNanos());
        logger.log(Level.WARNING, line);
      }
    } finally {
      writing.unlock();
    }
  }

  /** Lets the next warning through whatever came before. */
  void reset() {
    quiet = Pause.NONE;
  }
}
