package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.token.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Clocks that a test moves. The monotonic one begins just before it overflows. */
final class SetTime implements TimeSource {

  private final AtomicLong wall = new AtomicLong(1_766_000_000_000L);
  private final AtomicLong monotonic = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

  void pass(Duration time) {
    wall.addAndGet(time.toMillis());
    monotonic.addAndGet(time.toNanos());
  }

  /** What NTP or an operator does to the wall clock alone. */
  void setWallClockBack(Duration time) {
    wall.addAndGet(-time.toMillis());
  }

  @Override
  public long currentTimeMillis() {
    return wall.get();
  }

  @Override
  public long nanoTime() {
    return monotonic.get();
  }
}
