package io.github.clerkjakarta.security.server.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import java.util.concurrent.Future;

/** Works in a thread of the container. */
@Stateless
public class MailEjb {

  @Asynchronous
  @RolesAllowed("org:admin")
  public Future<String> send() {
    return new AsyncResult<>("sent");
  }
}
