package io.github.clerkjakarta.security.server.protection;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.security.DenyImpersonated;
import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.Future;

/** Works in threads of the container, after the request perhaps. */
@Stateless
@PermitAll
@Asynchronous
public class Courier {

  @Inject private Auth auth;

  public Future<String> caller() {
    return new AsyncResult<>(auth.userId().orElse("nobody"));
  }

  @RolesAllowed("org:admin")
  public Future<String> allowed() {
    return new AsyncResult<>("allowed");
  }

  @Protect
  public Future<String> guarded() {
    return new AsyncResult<>("guarded");
  }

  @DenyImpersonated
  public Future<String> personal() {
    return new AsyncResult<>("personal");
  }
}
