package io.github.clerkjakarta.internal.decision;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.github.clerkjakarta.internal.log.LogText;
import io.github.clerkjakarta.internal.log.RateLimitedLog;
import io.github.clerkjakarta.internal.log.RateLimitedLogs;
import io.github.clerkjakarta.internal.reason.Reason;
import io.github.clerkjakarta.internal.token.DecodedJwt;
import io.github.clerkjakarta.internal.token.TokenRefused;
import java.lang.System.Logger;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * What an operator is told about requests that can't be decided as they should be: each kind at
 * most once a minute, so that nobody who can cause one fills a disk.
 */
final class DecisionLog {

  private static final Logger LOGGER = System.getLogger(DecisionLog.class.getName());

  private final RateLimitedLog handshakeLoop;
  private final RateLimitedLog activationLoop;
  private final RateLimitedLogs uselessAnswers;
  private final RateLimitedLog wrongClock;
  private final AtomicBoolean warnedOfMissingAzp = new AtomicBoolean();

  /** Measures by a clock that never steps back, in nanoseconds. */
  DecisionLog(LongSupplier nanoTime) {
    this.handshakeLoop = new RateLimitedLog(LOGGER, WARNING, nanoTime);
    this.activationLoop = new RateLimitedLog(LOGGER, WARNING, nanoTime);
    this.uselessAnswers = new RateLimitedLogs(LOGGER, nanoTime);
    this.wrongClock = new RateLimitedLog(LOGGER, WARNING, nanoTime);
  }

  /** A row of handshakes was ended. */
  void handshakeLoop(Reason reason) {
    handshakeLoop.log(
        reason.equals(Reason.SATELLITE_NEEDS_SYNCING)
            ? "Clerk: syncing this satellite domain ended in an endless redirect. Check that the"
                + " request uses a primary or satellite domain that the production instance knows."
            : "Clerk: refreshing the session token ended in an endless redirect. Usually the keys"
                + " of the instance don't match: copy publishable and secret key from the same"
                + " instance in the Clerk Dashboard.");
  }

  /** A row of handshakes that were to activate an organization was ended. */
  void activationLoop() {
    activationLoop.log(
        "Clerk: Organization activation handshake loop detected. This is likely due to an invalid"
            + " organization ID or slug. Skipping organization activation.");
  }

  /** What a browser brought back from Clerk is no use. */
  void uselessAnswer(TokenRefused refused) {
    Reason reason = Reason.of(refused.reason().code(), refused.message());
    String line =
        "Clerk: a browser brought an answer of Clerk that is no use (" + reason.code() + "). ";
    LOGGER.log(DEBUG, () -> line + LogText.of(refused.message()));
    uselessAnswers.log(
        reason.resolution() == Reason.Resolution.SIGN_IN ? INFO : WARNING,
        reason.words(),
        line + reason.explanation());
  }

  /** A development handshake is out of time. */
  void wrongClock(Reason reason) {
    wrongClock.log(
        "Clerk: the clock of this machine is wrong; development goes on all the same. Set it"
            + " right. ("
            + reason.code()
            + ")");
  }

  /**
   * A session token counts. Told once, of the first that doesn't say for which origin it is; where
   * authorized parties are set, none such gets here.
   */
  void accepted(DecodedJwt session) {
    boolean saysWhere = session.authorizedParty() instanceof String azp && !azp.isEmpty();
    if (!saysWhere && warnedOfMissingAzp.compareAndSet(false, true)) {
      LOGGER.log(
          WARNING,
          "Clerk: a session token has no azp claim: it doesn't say for which origin it is. Clerk's"
              + " own SDKs will refuse such tokens in cookies one day. Here whoever has one is"
              + " signed out as soon as clerk.authorizedParties (CLERK_AUTHORIZED_PARTIES) is set.");
    }
  }
}
