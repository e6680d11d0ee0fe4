package io.github.clerkjakarta.security.server.wrong;

import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** Believes that only admins can open it. */
@ServerEndpoint("/wrong")
@RolesAllowed("org:admin")
public class WrongSocket {

  @OnMessage
  public String answer(String question) {
    return question;
  }
}
