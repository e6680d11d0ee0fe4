package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.webhook.WebhookEvent;
import io.github.clerkjakarta.webhook.WebhookListener;

/** Hears of webhooks, as an application would. */
public final class InboxListener implements WebhookListener {

  @Override
  public void onEvent(WebhookEvent event) {
    WebhookInbox.put(event);
  }
}
