package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.token.TimeSource;
import java.time.Duration;

/**
 * The time in which Clerk asked not to be asked again, by a {@code Retry-After} (RFC 9110, section
 * 10.2.3). At most five minutes of it are kept, and they are counted by the monotonic clock.
 */
final class RequestedPause {

  private final TimeSource time;
  private volatile Pause pause = Pause.NONE;

  RequestedPause(TimeSource time) {
    this.time = time;
  }

  /** Begins where an answer asks for one. */
  void heed(Answer answer) {
    long asked = Math.min(answer.retryAfter().toNanos(), Pace.LONGEST_RETRY_AFTER.toNanos());
    if (asked > 0) {
      pause = new Pause(time.nanoTime(), asked);
    }
  }

  /** How much is left of it; zero when there is none. */
  Duration remaining() {
    return Duration.ofNanos(pause.remaining(time.nanoTime()));
  }

  boolean isOver() {
    return pause.isOver(time.nanoTime());
  }
}
