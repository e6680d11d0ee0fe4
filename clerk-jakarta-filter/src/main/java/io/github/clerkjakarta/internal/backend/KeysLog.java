package io.github.clerkjakarta.internal.backend;

import io.github.clerkjakarta.internal.backend.JwksOutcome.Failure;
import io.github.clerkjakarta.internal.token.TimeSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What an operator is told about the key set. */
final class KeysLog {

  private static final Logger LOGGER = System.getLogger(RemoteKeys.class.getName());

  private final OccasionalLog failures;
  private final OccasionalLog unknownKeyIds;
  private final AtomicBoolean failing = new AtomicBoolean();
  private final AtomicBoolean secretKeyTold = new AtomicBoolean();

  KeysLog(TimeSource time) {
    this.failures = new OccasionalLog(LOGGER, time);
    this.unknownKeyIds = new OccasionalLog(LOGGER, time);
  }

  /** Told after each fetch: an invalid secret key loudly and once, anything else now and then. */
  void ended(JwksOutcome outcome) {
    if (!(outcome instanceof Failure failure)) {
      secretKeyTold.set(false);
      if (failing.getAndSet(false)) {
        failures.reset();
        LOGGER.log(Level.INFO, "Clerk's key set could be fetched again.");
      }
      return;
    }
    failing.set(true);
    String what = LogText.of(failure.description());
    if (!failure.isSecretKeyInvalid()) {
      failures.warn("Clerk's key set could not be fetched: " + what);
    } else if (!secretKeyTold.getAndSet(true)) {
      LOGGER.log(
          Level.ERROR,
          "Clerk refuses the secret key, so nobody can be signed in. Set CLERK_SECRET_KEY to the"
              + " key of the instance that CLERK_PUBLISHABLE_KEY belongs to. Clerk says: "
              + what);
    }
  }

  /** Told when a fetch that was made for a key id didn't show it. */
  void unknown(@Nullable String keyId) {
    unknownKeyIds.warn(
        "A token names the key "
            + LogText.of(String.valueOf(keyId))
            + ", which isn't among this instance's keys.");
  }
}
