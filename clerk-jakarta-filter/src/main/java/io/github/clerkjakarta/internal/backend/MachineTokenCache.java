package io.github.clerkjakarta.internal.backend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the Backend API lately said about opaque machine tokens, good or bad.
 *
 * <ul>
 *   <li>Tokens are known by their SHA-256 hash alone: whoever reads the memory finds none.
 *   <li>An answer counts from when it was asked for, and no longer than the token itself.
 *   <li>Of what went wrong only "there is no such token" is kept: a wrong key or an outage says
 *       nothing about the token.
 *   <li>Good and bad tokens have a room each, so that a flood of invented ones drives out no good
 *       one, and neither room grows beyond its size.
 * </ul>
 */
final class MachineTokenCache {

  /** How many good tokens, and how many bad ones, are remembered at most. */
  static final int MOST_TOKENS = 10_000;

  private final TimeSource time;
  private final Duration lifetime;
  private final Cache<String, Remembered<Map<?, ?>>> good;
  private final Cache<String, Remembered<MachineTokenRefused>> bad;

  /** Remembers for so long; for a lifetime of zero, not at all. */
  MachineTokenCache(Duration lifetime, TimeSource time) {
    this.lifetime = lifetime;
    this.time = time;
    this.good = cache();
    this.bad = cache();
  }

  /** A question to the Backend API. */
  interface Question {
    Map<?, ?> ask() throws MachineTokenRefused;
  }

  /**
   * What is remembered about a token, or what the Backend API says now.
   *
   * @throws MachineTokenRefused as the question, or as when it was asked before
   */
  Map<?, ?> describe(String token, Question question) throws MachineTokenRefused {
    if (lifetime.isZero()) {
      return question.ask();
    }
    String hash = hash(token);
    Map<?, ?> known = value(good.getIfPresent(hash));
    if (known != null) {
      return known;
    }
    MachineTokenRefused refused = value(bad.getIfPresent(hash));
    if (refused != null) {
      throw refused;
    }
    return ask(hash, question);
  }

  private Map<?, ?> ask(String hash, Question question) throws MachineTokenRefused {
    long asked = time.nanoTime();
    try {
      Map<?, ?> described = question.ask();
      good.put(hash, new Remembered<>(described, asked, untilItExpires(described)));
      return described;
    } catch (MachineTokenRefused refused) {
      if (refused.reason().equals(Reason.TOKEN_INVALID)) {
        bad.put(hash, new Remembered<>(refused, asked, Long.MAX_VALUE));
      }
      throw refused;
    }
  }

  /** What tokens are known by, once those that are due have been dropped. */
  Set<String> keys() {
    good.cleanUp();
    bad.cleanUp();
    Set<String> keys = new HashSet<>(good.asMap().keySet());
    keys.addAll(bad.asMap().keySet());
    return keys;
  }

  /** Nanoseconds. Clerk gives an OAuth token's end in seconds, those of others in milliseconds. */
  private long untilItExpires(Map<?, ?> described) {
    if (!(described.get("expiration") instanceof Long expiration)) {
      return Long.MAX_VALUE;
    }
    boolean inSeconds = "clerk_idp_oauth_access_token".equals(described.get("object"));
    long end = inSeconds ? TimeUnit.SECONDS.toMillis(expiration) : expiration;
    return TimeUnit.MILLISECONDS.toNanos(Math.max(0, end) - time.currentTimeMillis());
  }

  private <T> Cache<String, Remembered<T>> cache() {
    return Caffeine.newBuilder()
        .maximumSize(MOST_TOKENS)
        .expireAfter(Expiry.creating((String hash, Remembered<T> entry) -> remaining(entry)))
        .ticker(time::nanoTime)
        .executor(Runnable::run)
        .build();
  }

  private Duration remaining(Remembered<?> entry) {
    long left = TimeUnit.NANOSECONDS.convert(lifetime) - (time.nanoTime() - entry.asked());
    return Duration.ofNanos(Math.max(0, Math.min(left, entry.untilItExpires())));
  }

  private static <T> @Nullable T value(@Nullable Remembered<T> entry) {
    return entry == null ? null : entry.value();
  }

  /** What a token is known by: its SHA-256 hash, in hexadecimal digits. */
  static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256", e);
    }
  }

  private record Remembered<T>(T value, long asked, long untilItExpires) {}
}
