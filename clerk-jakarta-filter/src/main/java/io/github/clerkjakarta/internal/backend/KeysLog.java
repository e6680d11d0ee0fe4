package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.backend.JwksOutcome.Failure;
import io.github.clerkjakarta.internal.log.LogText;
import io.github.clerkjakarta.internal.log.RateLimitedLog;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What an operator is told about the key set. */
final class KeysLog {

  private static final Logger LOGGER = System.getLogger(KeysLog.class.getName());

  private final RateLimitedLog failures;
  private final RateLimitedLog recoveries;
  private final RateLimitedLog refusals;
  private final RateLimitedLog unknownKeyIds;
  private final AtomicBoolean failing = new AtomicBoolean();
  private final AtomicBoolean secretKeyTold = new AtomicBoolean();

  KeysLog(TimeSource time) {
    this.failures = new RateLimitedLog(LOGGER, Level.WARNING, time::nanoTime);
    this.recoveries = new RateLimitedLog(LOGGER, Level.INFO, time::nanoTime);
    this.refusals = new RateLimitedLog(LOGGER, Level.ERROR, time::nanoTime);
    this.unknownKeyIds = new RateLimitedLog(LOGGER, Level.WARNING, time::nanoTime);
  }

  /** Told after each fetch: an invalid secret key loudly and once, anything else now and then. */
  void ended(JwksOutcome outcome) {
    if (!(outcome instanceof Failure failure)) {
      secretKeyTold.set(false);
      if (failing.getAndSet(false)) {
        recoveries.log("Clerk's key set could be fetched again.");
      }
      return;
    }
    failing.set(true);
    String what = LogText.of(failure.description());
    if (!failure.isSecretKeyInvalid()) {
      failures.log("Clerk's key set could not be fetched: " + what);
    } else if (!secretKeyTold.getAndSet(true)) {
      refusals.log(
          "Clerk refuses the secret key, so nobody can be signed in. Set CLERK_SECRET_KEY to the"
              + " key of the instance that CLERK_PUBLISHABLE_KEY belongs to. Clerk says: "
              + what);
    }
  }

  /** Told when a fetch that was made for a key id didn't show it. */
  void unknown(@Nullable String keyId) {
    unknownKeyIds.log(
        "A token names the key "
            + LogText.of(String.valueOf(keyId))
            + ", which isn't among this instance's keys. If it goes on, set CLERK_SECRET_KEY to the"
            + " tokens' instance's.");
  }
}
