package io.github.clerkjakarta.security.server.application;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Web.xml lets the WebSocket of an admin in. */
@ServerEndpoint("/guarded-websocket")
public class GuardedEndpoint {

  @OnOpen
  public void greet(Session session) throws IOException {
    session.getBasicRemote().sendText("let in");
  }
}
