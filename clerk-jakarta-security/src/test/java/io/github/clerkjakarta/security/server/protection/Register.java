package io.github.clerkjakarta.security.server.protection;

import io.github.clerkjakarta.Auth;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** There is one, for all callers. */
@Singleton
public class Register {

  @Inject private Auth auth;

  public String caller() {
    return auth.userId().orElse("nobody");
  }
}
