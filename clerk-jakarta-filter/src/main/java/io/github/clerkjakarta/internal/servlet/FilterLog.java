package io.github.clerkjakarta.internal.servlet;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.log.RateLimitedLog;
import java.util.function.LongSupplier;

/**
 * What an operator is told about requests that went wrong before they reached the application: each
 * kind of failure at most once a minute, so that nobody who can cause one fills a disk.
 */
final class FilterLog {

  private static final System.Logger LOG = System.getLogger(FilterLog.class.getName());

  private final RateLimitedLog misconfigured;
  private final RateLimitedLog failed;
  private final RateLimitedLog headersLost;
  private final RateLimitedLog handshakeLost;
  private final RateLimitedLog refusalLost;
  private final RateLimitedLog foreignOrigin;
  private final RefusalLog refusals;

  /** Measures by a clock that never steps back. */
  FilterLog(LongSupplier nanoTime) {
    this.misconfigured = new RateLimitedLog(LOG, ERROR, nanoTime);
    this.failed = new RateLimitedLog(LOG, ERROR, nanoTime);
    this.headersLost = new RateLimitedLog(LOG, WARNING, nanoTime);
    this.handshakeLost = new RateLimitedLog(LOG, WARNING, nanoTime);
    this.refusalLost = new RateLimitedLog(LOG, WARNING, nanoTime);
    this.foreignOrigin = new RateLimitedLog(LOG, WARNING, nanoTime);
    this.refusals = new RefusalLog(nanoTime);
  }

  void misconfigured(ClerkConfigurationException fault) {
    misconfigured.log(String.valueOf(fault.getMessage()));
  }

  void failed(RuntimeException fault) {
    failed.log("A request couldn't be authenticated, and counts as nobody's.", fault);
  }

  /** What is told of requests that were refused. */
  RefusalLog refusals() {
    return refusals;
  }

  void headersLost() {
    headersLost.log("Headers for the caller were lost: the response had been sent before.");
  }

  void handshakeLost() {
    handshakeLost.log("A handshake was lost: the response had been sent before.");
  }

  void refusalLost() {
    refusalLost.log("A request was denied, but its response had been sent before.");
  }

  void foreignOrigin(String message) {
    foreignOrigin.log("A request was signed out (foreign-origin). " + message);
  }
}
