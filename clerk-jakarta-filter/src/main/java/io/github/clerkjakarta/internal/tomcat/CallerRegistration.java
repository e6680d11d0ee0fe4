package io.github.clerkjakarta.internal.tomcat;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.Optional;

/**
 * The provider that the server asks about an application, which it knows by host and path alone.
 * Where somebody else has registered one, by Jakarta Security for example, that one stays. Where
 * another version of the application has, at the same path, any of them sends the server on to the
 * one that a request is for; so each is registered under a name of its own as well, for when the
 * first one ends.
 */
final class CallerRegistration {

  private static final String LAYER = "HttpServlet";

  private static final String OWN_NAME = "#clerk-";

  private final AuthConfigFactory factory = AuthConfigFactory.getFactory();
  private final CallerProvider provider = new CallerProvider();
  private final ServletContext context;
  private final String application;
  private String ownId = "";

  private CallerRegistration(ServletContext context) {
    this.context = context;
    this.application = context.getVirtualServerName() + " " + context.getContextPath();
  }

  /** Registers one for an application; empty where somebody else has. */
  static Optional<CallerRegistration> of(ServletContext context) {
    CallerRegistration registration = new CallerRegistration(context);
    return registration.add() ? Optional.of(registration) : Optional.empty();
  }

  private boolean add() {
    AuthConfigProvider other = registered();
    if (other != null && !isOurs(other)) {
      return false;
    }
    Responsible.place(provider, context);
    ownId = register(provider, application + OWN_NAME + System.identityHashCode(provider));
    if (other == null) {
      register(provider, application);
    }
    return true;
  }

  /** Takes it away again, and leaves the server to another version. */
  void remove() {
    Responsible.remove(context);
    factory.removeRegistration(ownId);
    if (registered() == provider) {
      Optional<AuthConfigProvider> other = otherVersion();
      // Tomcat looks for another one when one is replaced, and not when one is added.
      other.ifPresent(version -> register(version, application));
      if (other.isEmpty()) {
        for (String id : factory.getRegistrationIDs(provider)) {
          factory.removeRegistration(id);
        }
      }
    }
  }

  private Optional<AuthConfigProvider> otherVersion() {
    return Arrays.stream(factory.getRegistrationIDs(null))
        .map(id -> factory.getRegistrationContext(id).getAppContext())
        .filter(name -> name != null && name.startsWith(application + OWN_NAME))
        .map(name -> factory.getConfigProvider(LAYER, name, null))
        .findFirst();
  }

  private AuthConfigProvider registered() {
    return factory.getConfigProvider(LAYER, application, null);
  }

  private String register(AuthConfigProvider one, String name) {
    return factory.registerConfigProvider(one, LAYER, name, "Clerk for Jakarta EE");
  }

  /** That of another version is of another class. */
  private static boolean isOurs(AuthConfigProvider other) {
    return other.getClass().getName().equals(CallerProvider.class.getName());
  }
}
