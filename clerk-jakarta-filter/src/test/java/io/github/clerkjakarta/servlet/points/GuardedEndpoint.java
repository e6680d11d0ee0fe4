package io.github.clerkjakarta.servlet.points;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Web.xml lets the WebSocket of an admin in. */
@ServerEndpoint("/guarded-websocket")
public final class GuardedEndpoint {

  @OnOpen
  public void greet(Session session) throws IOException {
    session.getBasicRemote().sendText("let in");
  }
}
