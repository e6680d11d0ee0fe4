package io.github.clerkjakarta.security.server.application;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Sends the name of the caller to a WebSocket that opens. */
@ServerEndpoint("/websocket")
public class PrincipalEndpoint {

  @OnOpen
  public void greet(Session session) throws IOException {
    session.getBasicRemote().sendText(Callers.name(session.getUserPrincipal()));
  }
}
