package io.github.clerkjakarta.internal.startup;

import io.github.clerkjakarta.ClerkConfigurationException;
import io.github.clerkjakarta.internal.servlet.Settings;
import io.github.clerkjakarta.internal.settings.Setting;
import io.github.clerkjakarta.servlet.proxy.FrontendApiProxyServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Optional;

/** The servlet that serves Clerk's Frontend API at {@code clerk.frontendApiProxy}. */
final class AutomaticProxy {

  private AutomaticProxy() {}

  /**
   * Adds the servlet, where the settings name a path for it.
   *
   * @throws ClerkConfigurationException when the path can't be right, or is another servlet's
   */
  static void addTo(ServletContext context, Settings settings) {
    Optional<String> path = settings.find(Setting.FRONTEND_API_PROXY);
    if (path.isEmpty()) {
      return;
    }
    ServletRegistration.Dynamic servlet =
        context.addServlet(FrontendApiProxyServlet.class.getName(), new FrontendApiProxyServlet());
    if (servlet == null) {
      return;
    }
    servlet.setAsyncSupported(true);
    if (!servlet.addMapping(path.get() + "/*").isEmpty()) {
      throw new ClerkConfigurationException(
          "Set "
              + Setting.FRONTEND_API_PROXY.label()
              + " to a path that no servlet of the application has.");
    }
  }
}
