package io.github.clerkjakarta.internal.jetty;

import io.github.clerkjakarta.ClerkConfigurationException;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Locale;
import java.util.Objects;

/**
 * WebSockets on Jetty, opened where other servers open them: behind the application's filters.
 * Jetty puts the filter that answers their handshakes ahead of all others as soon as an application
 * has WebSockets, so that no other filter would see a handshake.
 */
public final class JettyWebSockets {

  private static final String UPGRADE_FILTER = ".websocket.servlet.WebSocketUpgradeFilter";

  private JettyWebSockets() {}

  /**
   * Puts Jetty's filter behind all mappings of this one, now and whenever Jetty adds it, which its
   * own API may do in a request even; all others keep their order. To be called when the filter is
   * started; on other servers nothing happens.
   *
   * @throws ClerkConfigurationException when there are WebSockets and this Jetty doesn't let them
   *     be placed, with a sentence that says what to do
   */
  public static void placeBehind(String filterName, ServletContext context) {
    if (!String.valueOf(context.getServerInfo()).toLowerCase(Locale.ROOT).contains("jetty")
        && !context.getClass().getName().startsWith("org.eclipse.jetty.")) {
      return;
    }
    orNone(
        context,
        () -> {
          FilterMappings mappings = FilterMappings.of(context);
          mappings.onEachChange(
              () ->
                  orNone(
                      context,
                      () -> mappings.placeBehind(filterName, JettyWebSockets::isUpgradeFilter)));
        });
  }

  private static void orNone(ServletContext context, Runnable placing) {
    try {
      placing.run();
    } catch (ClerkConfigurationException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      requireNoWebSockets(context, e);
    }
  }

  private static void requireNoWebSockets(ServletContext context, Throwable reason) {
    boolean opensWebSockets =
        context.getFilterRegistrations().values().stream()
            .map(FilterRegistration::getClassName)
            .filter(Objects::nonNull)
            .anyMatch(JettyWebSockets::isUpgradeFilter);
    if (opensWebSockets) {
      throw new ClerkConfigurationException(
          "This server ("
              + context.getServerInfo()
              + ") opens WebSockets ahead of every filter, so that no rule would hold for them, and"
              + " can't be told otherwise. Run the application on Jetty 12.0.31 or newer, in the"
              + " ee10 or ee11 environment, or without WebSockets: set the context-param"
              + " org.eclipse.jetty.websocket.jakarta to false.",
          reason);
    }
  }

  private static boolean isUpgradeFilter(String className) {
    return className.endsWith(UPGRADE_FILTER);
  }
}
