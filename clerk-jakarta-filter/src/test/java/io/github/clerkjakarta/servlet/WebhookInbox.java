package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.webhook.WebhookEvent;
import java.util.List;
import java.util.Properties;

/**
 * What applications under test do with webhooks. They live in class loaders of their own; of
 * everything in this JVM they share the system properties with the test.
 */
final class WebhookInbox {

  private static final String RECEIVED = "test.webhooks.received";
  private static final String FAILS = "test.webhooks.fails";
  private static final String HOLDS = "test.webhooks.holds";
  private static final Properties SHARED = System.getProperties();

  private WebhookInbox() {}

  /** Empties it. */
  static void clear() {
    List.of(RECEIVED, FAILS, HOLDS).forEach(SHARED::remove);
  }

  /** Has the application fail, or handle again. */
  static void fail(boolean fails) {
    SHARED.setProperty(FAILS, "" + fails);
  }

  /** Has the application take its time, or go on. */
  static void hold(boolean holds) {
    SHARED.setProperty(HOLDS, "" + holds);
  }

  /** The ids of what was received, in order; also of what couldn't be handled. */
  static List<String> received() {
    return SHARED.getProperty(RECEIVED, "").lines().toList();
  }

  /** What an application does. */
  static void put(WebhookEvent event) {
    SHARED.merge(RECEIVED, event.id() + "\n", (before, more) -> before + "" + more);
    while (SHARED.getProperty(HOLDS, "").equals("true")) {
      Thread.onSpinWait();
    }
    if (SHARED.getProperty(FAILS, "").equals("true")) {
      throw new IllegalStateException("The inbox is full.");
    }
  }
}
