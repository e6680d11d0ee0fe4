package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.token.VerificationKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that fetches have shown, and how old they are. Immutable; times are of the monotonic
 * clock.
 *
 * <p>A set is <em>fresh</em> for five minutes from when it was asked for. A fetch made while it is
 * fresh adds to it, as upstream: a key that is no longer shown stays for five minutes from the
 * first fetch that missed it, however many fetches follow. A fetch made later replaces it.
 */
final class KeySet {

  static final Duration FRESH_FOR = Duration.ofMinutes(5);

  /** Before the first fetch: no key, and never fresh. */
  static final KeySet NONE = new KeySet(Map.of(), 0, false, false);

  private final Map<String, Shown> keys;
  private final long askedAt;
  private final boolean fetched;
  private final boolean outlivesOutage;

  private KeySet(Map<String, Shown> keys, long askedAt, boolean fetched, boolean outlivesOutage) {
    this.keys = keys;
    this.askedAt = askedAt;
    this.fetched = fetched;
    this.outlivesOutage = outlivesOutage;
  }

  /** Whether the set is younger than five minutes. */
  boolean isFresh(long now) {
    return fetched && now - askedAt < FRESH_FOR.toNanos();
  }

  /**
   * Whether the set may serve while it can't be fetched again.
   *
   * @param staleKeysFor how long after the last successful fetch
   */
  boolean servesOutage(long now, Duration staleKeysFor) {
    return outlivesOutage && now - askedAt < staleKeysFor.toNanos();
  }

  /** How long ago the set was asked for; only of one that was fetched. */
  Duration age(long now) {
    return Duration.ofNanos(now - askedAt);
  }

  /** The key of this id, unless fetches have missed it for five minutes. */
  @Nullable VerificationKey find(@Nullable String keyId, long now) {
    Shown shown = keyId == null ? null : keys.get(keyId);
    return shown != null && shown.isThere(now) ? shown.key : null;
  }

  /** The set after another successful fetch; this one if it is the newer of the two. */
  KeySet after(Map<String, VerificationKey> shown, long shownAt) {
    if (fetched && shownAt - askedAt < 0) {
      return this;
    }
    Map<String, Shown> next = new HashMap<>();
    if (isFresh(shownAt)) {
      keys.forEach(
          (keyId, key) -> {
            if (key.isThere(shownAt)) {
              next.put(keyId, key.missedAt(shownAt));
            }
          });
    }
    shown.forEach((keyId, key) -> next.put(keyId, new Shown(key, Pause.NONE)));
    return new KeySet(Map.copyOf(next), shownAt, true, true);
  }

  /** The same keys, but for as long as they are fresh only. */
  KeySet withoutOutageGrace() {
    return new KeySet(keys, askedAt, fetched, false);
  }

  /**
   * A key.
   *
   * @param missing the five minutes that it stays after the first fetch that missed it; none while
   *     the newest fetch shows it
   */
  private record Shown(VerificationKey key, Pause missing) {

    boolean isThere(long now) {
      return missing.isNone() || !missing.isOver(now);
    }

    Shown missedAt(long now) {
      return missing.isNone() ? new Shown(key, new Pause(now, FRESH_FOR.toNanos())) : this;
    }
  }
}
