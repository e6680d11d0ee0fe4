package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.webhook.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What Clerk has told by webhooks of late, in the memory of this node. */
@ApplicationScoped
public class Inbox {

  static final int MOST_MESSAGES = 20;

  private final Deque<Message> latest = new ArrayDeque<>();

  /**
   * What happened.
   *
   * @param type what, such as {@code user.created}
   * @param about the id of what it happened to
   * @param at when
   */
  public record Message(String type, Optional<String> about, Optional<Instant> at) {}

  /** Hears of everything; observing is all it takes. */
  void onWebhook(@Observes WebhookEvent event) {
    add(new Message(event.type(), event.dataId(), event.timestamp()));
  }

  private synchronized void add(Message message) {
    latest.addFirst(message);
    if (latest.size() > MOST_MESSAGES) {
      latest.removeLast();
    }
  }

  /** The latest messages, the last one first. */
  public synchronized List<Message> latest() {
    return List.copyOf(latest);
  }
}
