package io.github.clerkjakarta.security.internal.servlet;

import io.github.clerkjakarta.security.internal.identity.CallerRules;
import io.github.clerkjakarta.security.internal.mechanism.ClerkExtension;
import io.github.clerkjakarta.servlet.Door;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Optional;

/** Opens the application's door where no filter does, and reads the settings that are ours. */
final class DoorListener implements ServletContextListener {

  private Optional<Door> opened = Optional.empty();

  DoorListener() {}

  /** Fails the deployment when a setting is wrong. */
  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (ClerkExtension.isInCharge()) {
      CDI.current().select(CallerRules.class).get();
      opened = Door.open(event.getServletContext());
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    opened.ifPresent(door -> door.close(event.getServletContext()));
  }
}
