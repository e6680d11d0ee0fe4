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
 *   <li>Only tokens whose signature was valid are entered; a refused token never is. That is why
 *       the cheap hash of {@link TokenText} is safe here and nowhere else: an attacker can't choose
 *       what collides.
 *   <li>An entry is dropped when the token has expired, clock skew included.
 *   <li>One of these belongs to one authenticator, and so to one Clerk instance.
 * </ul>
 *
 * <p>Looking up takes no lock, and no thread works for it in the background.
 */
final class VerifiedTokens {

  /** What all remembered tokens may weigh together, in characters: some ten thousand sessions. */
  private static final long MAX_CHARACTERS = 16L * 1024 * 1024;

  private final TimeSource time;
  private final Cache<TokenText, Entry> tokens;

  /** Without any token yet. */
  VerifiedTokens(TimeSource time) {
    this.time = time;
    this.tokens =
        Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((TokenText text, Entry entry) -> text.length())
            .expireAfter(Expiry.creating((TokenText text, Entry entry) -> entry.remaining()))
            .ticker(time::nanoTime)
            .executor(Runnable::run)
            .build();
  }

  /** The token with these bytes, if its signature was found valid before. */
  @Nullable VerifiedToken find(TokenText text) {
    Entry entry = tokens.getIfPresent(text);
    return entry == null ? null : entry.token();
  }

  /** Remembers a token until it expires. */
  void remember(VerifiedToken token, long clockSkewMillis) {
    long remaining = ClaimRules.expiresAt(token.jwt()) + clockSkewMillis - time.currentTimeMillis();
    if (remaining > 0) {
      tokens.put(TokenText.of(token.text()), new Entry(token, Duration.ofMillis(remaining)));
    }
  }

  /** How many tokens are remembered, once those that are due have been dropped. */
  long size() {
    tokens.cleanUp();
    return tokens.estimatedSize();
  }

  private record Entry(VerifiedToken token, Duration remaining) {}
}
