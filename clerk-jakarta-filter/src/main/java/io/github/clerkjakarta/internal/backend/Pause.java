package io.github.clerkjakarta.internal.backend;

/**
 * A span of the monotonic clock in which something isn't done.
 *
 * @param since when it began, in nanoseconds of the monotonic clock
 * @param nanos how long it is; 0 for none at all
 */
record Pause(long since, long nanos) {

  /** No pause. */
  static final Pause NONE = new Pause(0, 0);

  boolean isNone() {
    return nanos == 0;
  }

  /** Whether it is over. Right across an overflow of the clock. */
  boolean isOver(long now) {
    return isNone() || now - since >= nanos;
  }

  /** How many nanoseconds are left of it. */
  long remaining(long now) {
    return isOver(now) ? 0 : nanos - (now - since);
  }
}
