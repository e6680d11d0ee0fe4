package io.github.clerkjakarta.internal.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Lines of several kinds in a log, each kind at most once a minute. Which kinds there are is up to
 * the program: what a stranger sends names none. Thread-safe.
 */
public final class RateLimitedLogs {

  private final Logger logger;
  private final LongSupplier nanoTime;
  private final Map<String, RateLimitedLog> byKind = new ConcurrentHashMap<>();

  /**
   * No line yet.
   *
   * @param nanoTime a clock that never steps back, in nanoseconds
   */
  public RateLimitedLogs(Logger logger, LongSupplier nanoTime) {
    this.logger = logger;
    this.nanoTime = nanoTime;
  }

  /** Writes a line, unless one of its kind was written in the last minute. */
  public void log(Level level, String kind, String line) {
    byKind.computeIfAbsent(kind, first -> new RateLimitedLog(logger, level, nanoTime)).log(line);
  }
}
