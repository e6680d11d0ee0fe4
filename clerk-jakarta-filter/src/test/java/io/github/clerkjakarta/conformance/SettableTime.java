package io.github.clerkjakarta.conformance;

import io.github.clerkjakarta.internal.token.TimeSource;

/** Clocks that stand still until they are set. */
final class SettableTime implements TimeSource {

  private volatile long now;

  void set(long epochMilliseconds) {
    now = epochMilliseconds;
  }

  @Override
  public long currentTimeMillis() {
    return now;
  }

  @Override
  public long nanoTime() {
    return now * 1_000_000;
  }
}
