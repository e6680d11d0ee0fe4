package io.github.clerkjakarta.internal.tomcat;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;

/** Finds who answers for the application that a request is for. */
final class CallerConfig implements ServerAuthConfig {

  private final String layer;
  private final String application;
  private final CallbackHandler handler;
  private final AuthConfigProvider provider;
  private @Nullable ServletContext asked;

  CallerConfig(
      String layer, String application, CallbackHandler handler, AuthConfigProvider provider) {
    this.layer = layer;
    this.application = application;
    this.handler = handler;
    this.provider = provider;
  }

  /** The server asks for the id first, and each time it has been given a new one of these. */
  @Override
  public String getAuthContextID(MessageInfo message) {
    asked = ((HttpServletRequest) message.getRequestMessage()).getServletContext();
    return application;
  }

  @Override
  public ServerAuthContext getAuthContext(
      String id, @Nullable Subject service, @Nullable Map<String, Object> properties)
      throws AuthException {
    Optional<AuthConfigProvider> responsible = Optional.ofNullable(asked).flatMap(Responsible::in);
    return responsible.isEmpty() || responsible.get() == provider
        ? new CallerContext(handler)
        : responsible
            .get()
            .getServerAuthConfig(layer, application, handler)
            .getAuthContext(id, service, properties);
  }

  @Override
  public String getMessageLayer() {
    return layer;
  }

  @Override
  public String getAppContext() {
    return application;
  }

  @Override
  public boolean isProtected() {
    return true;
  }

  @Override
  public void refresh() {
    // Nothing is kept.
  }
}
