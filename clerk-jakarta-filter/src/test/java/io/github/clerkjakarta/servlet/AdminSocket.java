package io.github.clerkjakarta.servlet;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.security.Principal;
import java.util.List;

/** A WebSocket that says who opened it, in a header of the handshake. */
@ServerEndpoint(value = "/admin/ws", configurator = AdminSocket.Caller.class)
public final class AdminSocket {

  @OnOpen
  public void open(Session session) throws IOException {
    session.close();
  }

  /** Asks the handshake. */
  public static final class Caller extends ServerEndpointConfig.Configurator {

    @Override
    public void modifyHandshake(
        ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
      Principal caller = request.getUserPrincipal();
      String name = caller == null ? "nobody" : caller.getName();
      response.getHeaders().put("X-Opened-By", List.of(name));
    }
  }
}
