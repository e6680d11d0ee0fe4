package io.github.clerkjakarta.security.internal.health;

import io.github.clerkjakarta.security.internal.application.ThisApplication;
import io.github.clerkjakarta.security.internal.config.EarlySettings;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the readiness check which application it is about: it is asked from outside of it. */
public final class HealthInitializer implements ServletContainerInitializer {

  private static final String HEALTH = "org.eclipse.microprofile.health.HealthCheck";

  /** For the container. */
  public HealthInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    if (isWanted()) {
      context.addListener(new Listener());
    }
  }

  /** Whether there is somebody to tell, and the application asks for it. */
  static boolean isWanted() {
    return isAskedFor() && ThisApplication.has(HEALTH);
  }

  static boolean isAskedFor() {
    return EarlySettings.askForHealth(HealthInitializer.class.getClassLoader());
  }

  /** Apart, for elsewhere the check's classes are missing. */
  private static final class Listener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      ThisApplication.allBeans(KeysReadiness.class)
          .forEach(check -> check.isAbout(event.getServletContext()));
    }
  }
}
