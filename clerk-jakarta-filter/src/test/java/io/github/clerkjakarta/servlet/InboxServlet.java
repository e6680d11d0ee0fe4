package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.webhook.WebhookEvent;
import io.github.clerkjakarta.webhook.WebhookServlet;

/** Receives webhooks, as an application would. */
public final class InboxServlet extends WebhookServlet {

  @Override
  protected void onEvent(WebhookEvent event) {
    WebhookInbox.put(event);
  }
}
