package io.github.clerkjakarta.security.server.wrong;

import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;

/** A WebSocket that code registers, and that believes each opening to be judged. */
public class WrongChannel extends Endpoint {

  @Override
  @RolesAllowed("org:admin")
  public void onOpen(Session session, EndpointConfig config) {
    session.getAsyncRemote().sendText("open");
  }
}
