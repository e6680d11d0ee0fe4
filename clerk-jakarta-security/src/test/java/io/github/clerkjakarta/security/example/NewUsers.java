package io.github.clerkjakarta.security.example;

import io.github.clerkjakarta.security.ClerkEvent;
import io.github.clerkjakarta.webhook.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

@ApplicationScoped
public class NewUsers {

  private final Map<String, String> firstNames = new ConcurrentHashMap<>();

  void onUser(@Observes @ClerkEvent("user.created") WebhookEvent event) {
    firstNames.put(event.dataId().orElseThrow(), "" + event.data().get("first_name"));
  }
}
