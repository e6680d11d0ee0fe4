package io.github.clerkjakarta.security.server.configured;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Map;

/** Sets system properties of the server while the application is there. */
public class SystemProperties implements Extension {

  private static final Map<String, String> ROLES =
      Map.of(
          "clerk.roles.IN_CODE", "org:nothing",
          "clerk.roles.IN_WEB_XML", "org:nothing",
          "clerk.roles.IN_CONFIG", "org:nothing",
          "clerk.roles.IN_SYSTEM", "org:admin");

  void set(@Observes BeforeBeanDiscovery start) {
    ROLES.forEach(System::setProperty);
  }

  void clear(@Observes BeforeShutdown end) {
    ROLES.keySet().forEach(System::clearProperty);
  }
}
