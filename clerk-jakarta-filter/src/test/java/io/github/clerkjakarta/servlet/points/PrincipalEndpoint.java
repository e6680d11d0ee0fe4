package io.github.clerkjakarta.servlet.points;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.security.Principal;

/** Sends the name of the caller to a WebSocket that opens. */
@ServerEndpoint("/websocket")
public final class PrincipalEndpoint {

  @OnOpen
  public void greet(Session session) throws IOException {
    Principal principal = session.getUserPrincipal();
    session.getBasicRemote().sendText(principal == null ? "nobody" : principal.getName());
  }
}
