package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.internal.settings.Place;
import jakarta.servlet.ServletContext;

/**
 * Further places of settings, such as annotations of the application or MicroProfile Config. Found
 * by {@link java.util.ServiceLoader} among the application's classes.
 */
public interface SettingsProvider {

  /** What counts before anything else: what the application says in its code. */
  Place first(ServletContext context);

  /** What counts after the parameters of the application and before the system properties. */
  Place beforeSystemProperties(ServletContext context);
}
