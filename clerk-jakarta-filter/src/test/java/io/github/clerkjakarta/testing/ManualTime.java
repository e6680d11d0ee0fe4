package io.github.clerkjakarta.testing;

import io.github.clerkjakarta.internal.token.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Clocks that a test moves. The monotonic one begins just before it overflows. */
public final class ManualTime implements TimeSource {

  private final AtomicLong wall = new AtomicLong(Token.NOW_SECONDS * 1000);
  private final AtomicLong monotonic = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

  /** Both clocks go on. */
  public void pass(Duration time) {
    wall.addAndGet(time.toMillis());
    monotonic.addAndGet(time.toNanos());
  }

  /** What NTP or an operator does to the wall clock alone. */
  public void setWallClock(long epochMillis) {
    wall.set(epochMillis);
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
