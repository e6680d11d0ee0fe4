package io.github.clerkjakarta.webhook;

import io.github.clerkjakarta.internal.token.TimeSource;

/** Verifiers whose clock a test sets. */
public final class Verifiers {

  private Verifiers() {}

  /** A verifier by these secrets, for which it is as late as this clock says. */
  public static WebhookVerifier at(TimeSource time, String... secrets) {
    return WebhookVerifier.at(time, secrets);
  }
}
