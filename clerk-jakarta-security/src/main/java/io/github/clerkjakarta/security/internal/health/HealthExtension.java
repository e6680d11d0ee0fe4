package io.github.clerkjakarta.security.internal.health;

import static java.lang.System.Logger.Level.WARNING;

import io.github.clerkjakarta.security.internal.application.ThisApplication;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/** Adds the readiness check where {@code clerk.health} asks for it. */
public class HealthExtension implements Extension {

  private static final System.Logger LOG = System.getLogger(HealthExtension.class.getName());

  /** For CDI. */
  public HealthExtension() {}

  void register(@Observes AfterTypeDiscovery discovered) {
    if (HealthInitializer.isWanted()) {
      OnServer.add(discovered);
    } else if (HealthInitializer.isAskedFor()) {
      LOG.log(
          WARNING,
          "clerk.health is set, but this server has no MicroProfile Health, so that nobody is told"
              + " whether there are keys.");
    }
  }

  /** Apart, for elsewhere its classes are missing. */
  private static final class OnServer {
    static void add(AfterTypeDiscovery discovered) {
      ThisApplication.add(discovered, KeysReadiness.class);
    }
  }
}
