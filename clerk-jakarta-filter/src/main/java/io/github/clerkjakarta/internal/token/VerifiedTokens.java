package io.github.clerkjakarta.internal.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Remembers one fact of each token: <em>these exact bytes carry a valid signature by this key, and
 * these are their claims.</em>
 *
 * <ul>
 *   <li>Nothing else is remembered. Whoever finds a token here checks every claim rule again, with
 *       the options of the request at hand, and that the key is still one of the instance's ({@link
 *       TokenVerifier} does both).
 *   <li>Only tokens whose signature was valid are entered; a refused token never is.
 *   <li>An entry is dropped when the token has expired, clock skew included, or when there are too
 *       many.
 *   <li>Several Clerk instances of one application may share one of these, and so its bound. What
 *       was remembered for one of them is never found by another.
 * </ul>
 *
 * <p>The hash covers the end of the text alone. What is entered ends in a valid signature, which
 * nobody but Clerk makes and which has one spelling ({@link Base64Url}): an attacker can collect
 * tokens, but not choose how they end, and so can't fill one bucket. What is looked up anybody can
 * make up, with the hash of an own genuine token for instance. Such a look-up compares one text, at
 * most as long as when a token is found; it enters nothing, and it is no use that keeps an entry.
 *
 * <p>Looking up takes no lock, and no thread works for it in the background.
 */
public final class VerifiedTokens {

  private final TimeSource time;
  private final int mostTokens;
  private final Lazy<Cache<Key, VerifiedToken>> tokens = new Lazy<>(this::none);

  /**
   * Without any token yet.
   *
   * @param mostTokens how many are remembered at most; with 0 none is
   */
  public VerifiedTokens(TimeSource time, int mostTokens) {
    this.time = time;
    this.mostTokens = mostTokens;
  }

  private Cache<Key, VerifiedToken> none() {
    return Caffeine.newBuilder()
        .maximumSize(mostTokens)
        .expireAfter(Expiry.creating((Key key, VerifiedToken token) -> Duration.ZERO))
        .ticker(time::nanoTime)
        .executor(Runnable::run)
        .build();
  }

  /**
   * The token with these characters, if its signature was found valid before.
   *
   * @param instance the keys of the instance that asks
   */
  @Nullable VerifiedToken find(KeySource instance, TokenText text) {
    return tokens.get().getIfPresent(new Key(instance, text));
  }

  /**
   * Remembers a token until it expires.
   *
   * @param instance the keys of the instance that verified it
   */
  void remember(KeySource instance, VerifiedToken token, long clockSkewMillis) {
    long remaining = (long) token.jwt().expiresAt() + clockSkewMillis - time.currentTimeMillis();
    if (remaining > 0 && mostTokens > 0) {
      Key key = new Key(instance, TokenText.of(token.text()));
      var expiration = tokens.get().policy().expireVariably().orElseThrow();
      var unused = expiration.put(key, token, Duration.ofMillis(remaining));
    }
  }

  /** Forgets what was remembered for an instance. */
  void forget(KeySource instance) {
    Cache<Key, VerifiedToken> remembered = tokens.ifMade();
    if (remembered != null) {
      remembered.asMap().keySet().removeIf(key -> key.instance == instance);
    }
  }

  /** How many tokens are remembered, once those that are due have been dropped. */
  long size() {
    tokens.get().cleanUp();
    return tokens.get().estimatedSize();
  }

  /** What a token is found by. The text of one that is remembered stands alone. */
  private static final class Key {

    private final KeySource instance;
    private final TokenText text;
    private final int hash;

    Key(KeySource instance, TokenText text) {
      this.instance = instance;
      this.text = text;
      this.hash = text.hashOfTail();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && hash == that.hash
          && instance == that.instance
          && text.is(that.text.text());
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
