package io.github.clerkjakarta.internal.cluster;

import io.github.clerkjakarta.internal.token.RevokedSessions;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that have ended, as the nodes of a cluster tell one another: a log in the shared cache,
 * to which each node adds what Clerk's webhooks told it, and of which each reads what is new. So no
 * request asks the cache.
 *
 * <p>The cache has the end of the log, and each entry by its number: when it was added, and the id.
 * An entry is there before the end moves behind it. The end only grows, or begins anew with a
 * generation of its own where the cache has lost it, so whoever adds and sees another end than it
 * expected adds once more: an entry twice does no harm, and one below what others have read would
 * never be seen.
 *
 * <p>One thread reads; any may add.
 */
public final class RevocationLog {

  static final int BATCH = 500;

  private static final int MOST_TRIES = 100;

  private final SharedCache cache;
  private final String name;
  private final TimeSource time;
  private @Nullable Position read;

  /**
   * The log of an application.
   *
   * @param application tells it from others that have the same cache
   */
  public RevocationLog(SharedCache cache, String application, TimeSource time) {
    this.cache = cache;
    this.name = "clerk:ended:" + application;
    this.time = time;
  }

  /**
   * Tells all nodes that a session has ended or a user is gone.
   *
   * @throws RuntimeException when they can't be told now
   */
  public void add(String sessionOrUserId) {
    String entry = time.currentTimeMillis() + " " + sessionOrUserId;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Position end = end();
      Position next = end.next();
      boolean added = cache.putIfAbsent(key(next), entry);
      boolean moved = cache.replace(name, end.text(), next.text());
      if (added && moved) {
        return;
      }
    }
    throw new IllegalStateException("Too many nodes add to the log of ended sessions at once.");
  }

  /**
   * Reads what was added since the last time, or at first what tokens may still be in time for.
   *
   * @throws RuntimeException when it can't be read now; the next time goes on from here
   */
  public void readNew(Consumer<String> ended) {
    String text = cache.get(name);
    if (text == null) {
      return;
    }
    Position end = Position.of(text);
    Position before = read;
    Position from =
        before != null && before.generation().equals(end.generation()) ? before : end.at(0);
    if (end.number() - from.number() > RevokedSessions.MOST_IDS) {
      from = end.at(end.number() - RevokedSessions.MOST_IDS);
    }
    while (from.number() < end.number()) {
      Position to = end.at(Math.min(end.number(), from.number() + BATCH));
      cache.getAll(keys(from, to)).values().forEach(entry -> tell(entry, ended));
      from = to;
      read = to;
    }
  }

  private void tell(String entry, Consumer<String> ended) {
    int space = entry.indexOf(' ');
    long age = time.currentTimeMillis() - Long.parseLong(entry.substring(0, space));
    if (age < RevokedSessions.REMEMBERED_FOR.toMillis()) {
      ended.accept(entry.substring(space + 1));
    }
  }

  /** The end of the log, which begins here where there is none. */
  private Position end() {
    String text = cache.get(name);
    if (text != null) {
      return Position.of(text);
    }
    Position start = new Position(UUID.randomUUID().toString(), 0);
    if (cache.putIfAbsent(name, start.text())) {
      return start;
    }
    // Another node was faster; should its end be lost again, moving ours fails, and all is well.
    String begun = cache.get(name);
    return begun == null ? start : Position.of(begun);
  }

  private Set<String> keys(Position after, Position to) {
    Set<String> keys = new LinkedHashSet<>();
    for (long number = after.number() + 1; number <= to.number(); number++) {
      keys.add(key(to.at(number)));
    }
    return keys;
  }

  private String key(Position position) {
    return name + " " + position.text();
  }

  /**
   * A place in the log.
   *
   * @param generation which log, where one was lost
   * @param number of the entry before it
   */
  private record Position(String generation, long number) {

    static Position of(String text) {
      int space = text.indexOf(' ');
      return new Position(text.substring(0, space), Long.parseLong(text.substring(space + 1)));
    }

    Position at(long other) {
      return new Position(generation, other);
    }

    Position next() {
      return at(number + 1);
    }

    String text() {
      return generation + " " + number;
    }
  }
}
