package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.backend.JwksOutcome.Failure;
import io.github.clerkjakarta.internal.backend.JwksOutcome.Keys;
import io.github.clerkjakarta.internal.token.VerificationKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about the keys at one moment. A value: asking decides, outcomes give the
 * next one.
 *
 * @param lastFailure why the newest fetch failed; null when it succeeded or there was none
 */
record CachedJwks(KeySet keys, JwksRateLimit rateLimit, @Nullable Failure lastFailure) {

  static final CachedJwks NOTHING = new CachedJwks(KeySet.NONE, JwksRateLimit.START, null);

  /** What to do about a request that needs a key. */
  sealed interface Step {

    /** Go on with this key. */
    record Use(VerificationKey key) implements Step {}

    /** No key has this id, and it isn't worth a fetch now. */
    record Mismatch() implements Step {}

    /** The key set can't be fetched, and it isn't worth another try now. */
    record GiveUp(Failure failure) implements Step {}

    /**
     * Fetch the set.
     *
     * @param forUnknownKeyId whether a fresh set is there that doesn't hold the key
     * @param isFirst whether there is no set at all to go by, so that nobody can be let in without
     *     this fetch
     */
    record Fetch(boolean forUnknownKeyId, boolean isFirst) implements Step {}
  }

  Step next(@Nullable String keyId, long now, Duration staleKeysFor) {
    boolean fresh = keys.isFresh(now);
    VerificationKey key = usable(keyId, now, staleKeysFor);
    if (key != null && (fresh || !rateLimit.allowsFetch(now))) {
      return new Step.Use(key);
    }
    if (fresh && !rateLimit.allowsUnknownKeyId(now)) {
      return new Step.Mismatch();
    }
    if (lastFailure != null && !rateLimit.allowsFetch(now)) {
      return new Step.GiveUp(lastFailure);
    }
    return new Step.Fetch(fresh, !fresh && !keys.servesOutage(now, staleKeysFor));
  }

  /** The key of this id if its set is fresh, or old and may serve through an outage. */
  @Nullable VerificationKey usable(@Nullable String keyId, long now, Duration staleKeysFor) {
    return keys.isFresh(now) || keys.servesOutage(now, staleKeysFor) ? keys.find(keyId, now) : null;
  }

  /**
   * What is known after a fetch.
   *
   * @param askedAt when it was asked for; the keys are as old as that
   * @param now when it ended; pauses begin then
   * @param random from 0 to 1
   */
  CachedJwks after(
      JwksOutcome outcome, long askedAt, long now, boolean forUnknownKeyId, double random) {
    if (outcome instanceof Keys shown) {
      return new CachedJwks(
          keys.after(shown.byId(), askedAt), rateLimit.afterSuccess(now, forUnknownKeyId), null);
    }
    Failure failure = (Failure) outcome;
    return new CachedJwks(
        failure.isSecretKeyInvalid() ? keys.withoutOutageGrace() : keys,
        rateLimit.afterFailure(now, failure.retryAfter(), random),
        failure);
  }
}
