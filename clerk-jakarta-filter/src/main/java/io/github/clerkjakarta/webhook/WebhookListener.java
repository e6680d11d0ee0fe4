package io.github.clerkjakarta.webhook;

/**
 * Hears of each webhook that comes to the path of {@code clerk.webhooks.path}. A class of the
 * application that is named in its {@code
 * META-INF/services/io.github.clerkjakarta.webhook.WebhookListener}. One object hears of all, on
 * many threads at once.
 */
@FunctionalInterface
public interface WebhookListener {

  /**
   * Handles an event that Clerk has signed.
   *
   * @throws Exception when it couldn't: Clerk delivers it again later, to all listeners
   */
  void onEvent(WebhookEvent event) throws Exception;
}
