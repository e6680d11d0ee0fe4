package io.github.clerkjakarta.internal.backend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.clerkjakarta.User;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.time.Duration;
import java.util.Optional;

/** The users that were asked for lately, for as long as they may be out of date. */
final class RecentUsers {

  private static final int MOST_USERS = 1_000;

  private final Cache<String, User> users;

  /** Remembers for so long; for zero, not at all. */
  RecentUsers(Duration lifetime, TimeSource time) {
    this.users =
        Caffeine.newBuilder()
            .maximumSize(MOST_USERS)
            .expireAfterWrite(lifetime)
            .ticker(time::nanoTime)
            .executor(Runnable::run)
            .build();
  }

  Optional<User> find(String id) {
    return Optional.ofNullable(users.getIfPresent(id));
  }

  void remember(User user) {
    users.put(user.id(), user);
  }
}
