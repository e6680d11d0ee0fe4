package io.github.clerkjakarta.internal.startup;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.webhook.WebhookEvent;
import io.github.clerkjakarta.webhook.WebhookListener;
import io.github.clerkjakarta.webhook.WebhookServlet;
import io.github.clerkjakarta.webhook.WebhookVerifier;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** The servlet that receives webhooks at {@code clerk.webhooks.path}, and tells all listeners. */
final class AutomaticWebhooks extends WebhookServlet {

  private static final String NAME = AutomaticWebhooks.class.getName();
  private static final long serialVersionUID = 1L;

  private final transient WebhookVerifier verifier;
  private final transient List<WebhookListener> listeners;

  private AutomaticWebhooks(WebhookVerifier verifier, List<WebhookListener> listeners) {
    this.verifier = verifier;
    this.listeners = listeners;
  }

  /**
   * Adds the servlet, where the settings name a path for it. What it needs is looked for now, since
   * some servers start an application whose servlet can't start.
   *
   * @throws ClerkConfigurationException when the path, the secret or a listener is missing or wrong
   */
  static void addTo(ServletContext context, Settings settings) {
    Optional<String> path = settings.find(Setting.WEBHOOKS_PATH);
    if (path.isEmpty()) {
      return;
    }
    ServletRegistration.Dynamic servlet =
        context.addServlet(
            NAME,
            new AutomaticWebhooks(
                WebhookVerifier.from(settings.sources()), listeners(context, settings)));
    if (servlet == null) {
      return;
    }
    Set<String> taken = servlet.addMapping(path.get());
    if (!taken.isEmpty()) {
      throw new ClerkConfigurationException(
          "Set "
              + Setting.WEBHOOKS_PATH.label()
              + " to a path that no servlet of the application"
              + " has.");
    }
    servlet.setLoadOnStartup(0);
  }

  private static List<WebhookListener> listeners(ServletContext context, Settings settings) {
    List<WebhookListener> listeners =
        ServiceLoader.load(WebhookListener.class, context.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    if (listeners.isEmpty() && settings.find(Setting.REVOCATION).isEmpty()) {
      throw new ClerkConfigurationException(
          Setting.WEBHOOKS_PATH.label()
              + " is set, but nobody would hear of what comes"
              + " there. Name a WebhookListener in META-INF/services/"
              + WebhookListener.class.getName()
              + ", or add clerk-jakarta-security, which fires CDI events.");
    }
    return listeners;
  }

  @Override
  protected WebhookVerifier verifier() {
    return verifier;
  }

  @Override
  protected void onEvent(WebhookEvent event) throws Exception {
    for (WebhookListener listener : listeners) {
      listener.onEvent(event);
    }
  }
}
