package io.github.clerkjakarta.internal.backend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which machine tokens of one kind Clerk may be asked about, once it has asked for pauses ({@code
 * Retry-After}). Thread-safe.
 *
 * <ul>
 *   <li>A pause is for the token that it was asked for, so that nobody shuts out others with junk.
 *   <li>When {@value #MOST_IN_A_ROW} tokens in a row were answered so, Clerk means everyone: then
 *       the pause is for every token but those that it lately called good. Any other answer ends
 *       that.
 * </ul>
 *
 * <p>Tokens are known by a hash alone.
 */
final class MachineTokenPauses {

  /** So many pauses, each of another token, make one for all. */
  static final int MOST_IN_A_ROW = 16;

  private static final int MOST_TOKENS = 10_000;
  private static final Duration GOOD_FOR = Duration.ofHours(1);

  private final TimeSource time;
  private final Cache<String, Duration> paused;
  private final Cache<String, Boolean> good;
  private final RetryAfter everyone;
  private final ReentrantLock counting = new ReentrantLock();
  private int inARow;

  MachineTokenPauses(TimeSource time) {
    this.time = time;
    this.everyone = new RetryAfter(time);
    this.paused =
        remembering().expireAfter(Expiry.writing((String hash, Duration pause) -> pause)).build();
    this.good = remembering().expireAfterWrite(GOOD_FOR).build();
  }

  /** Whether Clerk may be asked about this token now. */
  boolean allow(String hash) {
    return paused.getIfPresent(hash) == null
        && (everyone.isOver() || good.getIfPresent(hash) != null);
  }

  /** Told what Clerk answered about a token. */
  void answered(String hash, Answer answer) {
    Duration pause = RetryAfter.capped(answer, time.currentTimeMillis());
    if (answer.isSuccess()) {
      good.put(hash, true);
    }
    if (!pause.isZero()) {
      paused.put(hash, pause);
    }
    counting.lock();
    try {
      inARow = pause.isZero() ? 0 : inARow + 1;
      if (inARow == 0) {
        everyone.end();
      } else if (inARow >= MOST_IN_A_ROW) {
        everyone.heed(answer);
      }
    } finally {
      counting.unlock();
    }
  }

  private Caffeine<Object, Object> remembering() {
    return Caffeine.newBuilder()
        .maximumSize(MOST_TOKENS)
        .ticker(time::nanoTime)
        .executor(Runnable::run);
  }
}
