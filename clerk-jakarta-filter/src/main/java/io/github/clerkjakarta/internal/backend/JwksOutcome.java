package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.KeySource.KeysUnavailable;
import io.github.clerkjakarta.internal.token.TokenRefused;
import io.github.clerkjakarta.internal.token.VerificationKey;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of one fetch of the key set. */
sealed interface JwksOutcome {

  /** The usable keys of a set that has at least one key, usable or not. */
  record Keys(Map<String, VerificationKey> byId) implements JwksOutcome {
    public Keys {
      byId = Map.copyOf(byId);
    }
  }

  /**
   * No set. The exceptions have no stack trace, so that many callers can share one.
   *
   * @param refusal Clerk's reason, or null when nothing understandable was answered
   * @param unavailable what happened, for the log
   * @param retryAfter how long the answer asks not to come back; zero if it doesn't
   */
  record Failure(@Nullable TokenRefused refusal, KeysUnavailable unavailable, Duration retryAfter)
      implements JwksOutcome {

    static Failure notUnderstood(String what) {
      return new Failure(null, new KeysUnavailable(what, null), Duration.ZERO);
    }

    /** Whether Clerk said that it doesn't know the secret key: a mistake of ours, no outage. */
    boolean isSecretKeyInvalid() {
      return refusal != null && refusal.reason().equals(Reason.SECRET_KEY_INVALID);
    }

    String description() {
      return unavailable.getMessage() == null ? "" : unavailable.getMessage();
    }

    /**
     * Always throws; declared to return so that callers can write {@code throw failure.raise()}.
     */
    TokenRefused raise() throws TokenRefused, KeysUnavailable {
      if (refusal != null) {
        throw refusal;
      }
      throw unavailable;
    }
  }
}
