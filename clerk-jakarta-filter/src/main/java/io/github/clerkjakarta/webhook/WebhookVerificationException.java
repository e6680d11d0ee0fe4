package io.github.clerkjakarta.webhook;

/**
 * That a request isn't a webhook of Clerk's, or isn't any more: something is missing, was changed
 * or is too old. The message says what, for the log and the sender alike; it holds no secret, and
 * nothing that the sender wrote.
 */
public final class WebhookVerificationException extends Exception {

  private static final long serialVersionUID = 1L;

  WebhookVerificationException(String message) {
    super(message, null, false, false);
  }

  static WebhookVerificationException unverifiable(String reason) {
    return new WebhookVerificationException("Unable to verify incoming webhook: " + reason);
  }
}
