package io.github.clerkjakarta.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.time.Duration;

/**
 * The messages of late, in memory. Only what Clerk has signed gets here, so nobody else can fill
 * it.
 */
final class RecentMessages implements HandledMessages {

  static final int MOST_MESSAGES = 10_000;

  /** The last attempt to deliver a message is made a little over a day after the first. */
  static final Duration REMEMBERED_FOR = Duration.ofDays(2);

  private final Cache<String, Claim> messages;

  RecentMessages(TimeSource time) {
    this.messages =
        Caffeine.newBuilder()
            .maximumSize(MOST_MESSAGES)
            .expireAfterWrite(REMEMBERED_FOR)
            .ticker(time::nanoTime)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public Claim claim(String id) {
    Claim before = messages.asMap().putIfAbsent(id, Claim.BEING_HANDLED);
    return before == null ? Claim.GRANTED : before;
  }

  @Override
  public void handled(String id) {
    messages.put(id, Claim.HANDLED);
  }

  @Override
  public void release(String id) {
    messages.invalidate(id);
  }

  /** How many there are, once those that are due have been dropped. */
  long size() {
    messages.cleanUp();
    return messages.estimatedSize();
  }
}
