package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.ConfigurationSource;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.internal.settings.SettingValues;
import io.github.clerkjakarta.internal.token.RevokedSessions;
import io.github.clerkjakarta.webhook.WebhookEvent;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;

/** How an application learns that sessions have ended before their tokens have: by webhooks. */
public final class Revocation {

  private Revocation() {}

  /**
   * What an application knows of ended sessions; empty where it doesn't want to know.
   *
   * @throws ClerkConfigurationException when the setting can't be right
   */
  static Optional<RevokedSessions> of(List<ConfigurationSource> sources, Application application) {
    return SettingValues.find(Setting.REVOCATION, sources)
        .map(webhooks -> application.revokedSessions());
  }

  /**
   * Remembers what an event says of sessions that have ended, where the application wants to.
   *
   * @throws RuntimeException when the other nodes can't be told
   */
  public static void hear(WebhookEvent event, ServletContext context) {
    switch (event.type()) {
      case "session.ended", "session.removed", "session.revoked", "user.deleted" ->
          event.dataId().ifPresent(id -> Application.of(context).revoke(id));
      default -> {}
    }
  }
}
