package io.github.clerkjakarta.internal.tomcat;

import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.servlet.ServletContext;
import java.util.Optional;

/** Which provider answers for an application. That of another version is of another class. */
final class Responsible {

  private static final String ATTRIBUTE = Responsible.class.getName();

  private Responsible() {}

  /** The one of an application; empty where none is. */
  static Optional<AuthConfigProvider> in(ServletContext context) {
    return context.getAttribute(ATTRIBUTE) instanceof AuthConfigProvider provider
        ? Optional.of(provider)
        : Optional.empty();
  }

  static void place(AuthConfigProvider provider, ServletContext context) {
    context.setAttribute(ATTRIBUTE, provider);
  }

  static void remove(ServletContext context) {
    context.removeAttribute(ATTRIBUTE);
  }
}
