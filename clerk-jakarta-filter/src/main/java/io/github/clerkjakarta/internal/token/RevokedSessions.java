package io.github.clerkjakarta.internal.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.clerkjakarta.Auth;
import java.time.Duration;
import java.util.Optional;

/**
 * Sessions that have ended, and users that are gone, while tokens of theirs may still be in time.
 * Clerk says so, and nobody else, so nobody else can fill it.
 */
public final class RevokedSessions {

  /** A session token lives a minute; this is for clocks that differ and for tokens made longer. */
  public static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

  /** Those of late; whoever is beyond the number is forgotten first. */
  public static final int MOST_IDS = 100_000;

  private final Cache<String, Boolean> ids;

  /** None yet. */
  public RevokedSessions(TimeSource time) {
    this.ids =
        Caffeine.newBuilder()
            .maximumSize(MOST_IDS)
            .expireAfterWrite(REMEMBERED_FOR)
            .ticker(time::nanoTime)
            .executor(Runnable::run)
            .build();
  }

  /** From here on the tokens of a session, or of a user, count no more. */
  public void add(String sessionOrUserId) {
    ids.put(sessionOrUserId, true);
  }

  /** Whether a caller's session has ended, or the user is gone. */
  public boolean include(Auth caller) {
    return include(caller.sessionId()) || include(caller.userId());
  }

  private boolean include(Optional<String> id) {
    return id.isPresent() && ids.getIfPresent(id.get()) != null;
  }

  /** How many ids there are, once those that are due have been dropped. */
  long size() {
    ids.cleanUp();
    return ids.estimatedSize();
  }
}
