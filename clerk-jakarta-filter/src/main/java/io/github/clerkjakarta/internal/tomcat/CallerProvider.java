package io.github.clerkjakarta.internal.tomcat;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import javax.security.auth.callback.CallbackHandler;

/** Gives the server what tells it who is calling, with the handler that the server has for it. */
final class CallerProvider implements AuthConfigProvider {

  @Override
  public ServerAuthConfig getServerAuthConfig(
      String layer, String application, CallbackHandler handler) {
    return new CallerConfig(layer, application, handler, this);
  }

  @Override
  public ClientAuthConfig getClientAuthConfig(
      String layer, String application, CallbackHandler handler) throws AuthException {
    throw new AuthException("This is for servers.");
  }

  @Override
  public void refresh() {
    // Nothing is kept.
  }
}
