package io.github.clerkjakarta.internal.backend;

import java.time.Duration;

/**
 * How often the key set may be asked for. A value: each outcome of a fetch gives the next one.
 *
 * <ul>
 *   <li>A fetch that was made for an unknown key id, and succeeded, begins a cooldown of 10 seconds
 *       in which no other one is made for that reason. It is short because a genuine rotation that
 *       falls into it has to wait it out, and long enough that a flood of invented ids costs six
 *       calls a minute, of an endpoint that Clerk doesn't limit.
 *   <li>The second failure in a row begins a back-off in which no fetch is made for any reason: 1
 *       second, doubled by each further failure up to a minute, of which a random part up to the
 *       half is left off, so that many servers don't come back at once.
 *   <li>A {@code Retry-After} is honoured from the first failure on, up to 5 minutes.
 * </ul>
 *
 * @param failures how many fetches in a row have failed
 * @param backOff when no fetch is made at all
 * @param cooldown when no fetch is made for an unknown key id
 */
record JwksRateLimit(int failures, Pause backOff, Pause cooldown) {

  /** Nothing has been fetched yet. */
  static final JwksRateLimit START = new JwksRateLimit(0, Pause.NONE, Pause.NONE);

  static final Duration COOLDOWN = Duration.ofSeconds(10);
  static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);
  static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);

  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);

  /** Whether a fetch may be made. */
  boolean allowsFetch(long now) {
    return backOff.isOver(now);
  }

  /** Whether a key id that no key has is worth a fetch, as far as earlier ones go. */
  boolean allowsUnknownKeyId(long now) {
    return cooldown.isOver(now);
  }

  JwksRateLimit afterSuccess(long now, boolean forUnknownKeyId) {
    return new JwksRateLimit(
        0, Pause.NONE, forUnknownKeyId ? new Pause(now, COOLDOWN.toNanos()) : cooldown);
  }

  /**
   * What is allowed after one more failure.
   *
   * @param retryAfter what the answer asked for, zero if nothing
   * @param random from 0 to 1
   */
  JwksRateLimit afterFailure(long now, Duration retryAfter, double random) {
    long nanos = failures == 0 ? 0 : (long) (backOffNanos() * (1 - random / 2));
    long asked = Math.min(retryAfter.toNanos(), LONGEST_RETRY_AFTER.toNanos());
    return new JwksRateLimit(failures + 1, new Pause(now, Math.max(nanos, asked)), cooldown);
  }

  private long backOffNanos() {
    int doublings = Math.min(failures - 1, 30);
    return Math.min(FIRST_BACK_OFF.toNanos() << doublings, LONGEST_BACK_OFF.toNanos());
  }
}
