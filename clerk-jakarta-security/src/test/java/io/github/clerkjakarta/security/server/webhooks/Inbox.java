package io.github.clerkjakarta.security.server.webhooks;

import io.github.clerkjakarta.security.ClerkEvent;
import io.github.clerkjakarta.webhook.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what its observers hear of. */
@ApplicationScoped
public class Inbox {

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  void onUser(@Observes @ClerkEvent("user.created") WebhookEvent event) {
    lines.add("user " + event.dataId().orElse("?"));
  }

  void onAnything(@Observes WebhookEvent event) {
    lines.add("any " + event.type());
    if (event.type().equals("session.created")
        && lines.stream().filter("any session.created"::equals).count() == 1) {
      throw new IllegalStateException("The first time fails.");
    }
  }

  void later(@ObservesAsync @ClerkEvent("session.created") WebhookEvent event) {
    lines.add("later");
    throw new IllegalStateException("Nobody hears of this.");
  }

  Iterable<String> lines() {
    return lines;
  }
}
