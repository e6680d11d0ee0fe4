package io.github.clerkjakarta.security.server.wrong;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/**
 * A WebSocket, which the server calls itself, and which only those may call whom its class names.
 */
@ServerEndpoint("/wrong")
public class WrongHeirSocket extends WrongAncestor {

  @OnMessage
  public String answer(String question) {
    return question;
  }
}
