package io.github.clerkjakarta.security.internal.cdi;

import io.github.clerkjakarta.security.ClerkEvent;
import io.github.clerkjakarta.webhook.WebhookEvent;
import io.github.clerkjakarta.webhook.WebhookListener;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.CDI;
import org.jspecify.annotations.Nullable;

/**
 * Fires each webhook as a CDI event. Observers that run at once come first: when one fails, no
 * other thread has heard of the message yet, and Clerk delivers it again.
 */
public final class WebhookEvents implements WebhookListener {

  private static final System.Logger LOG = System.getLogger(WebhookEvents.class.getName());

  /** For the ServiceLoader. */
  public WebhookEvents() {}

  @Override
  public void onEvent(WebhookEvent webhook) {
    Event<WebhookEvent> event =
        CDI.current()
            .getBeanManager()
            .getEvent()
            .select(WebhookEvent.class, ClerkEvent.Literal.of(webhook.type()));
    event.fire(webhook);
    var unused = event.fireAsync(webhook).whenComplete((done, fault) -> report(webhook, fault));
  }

  private static void report(WebhookEvent webhook, @Nullable Throwable fault) {
    if (fault != null) {
      LOG.log(
          System.Logger.Level.ERROR,
          "An asynchronous observer couldn't handle a webhook, and Clerk won't deliver it again. "
              + webhook,
          fault);
    }
  }
}
