package io.github.clerkjakarta.security.server.wrong;

import io.github.clerkjakarta.security.Protect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** Believes that each message is judged; it is a bean, but the server calls it itself. */
@ServerEndpoint("/wrong")
@ApplicationScoped
public class WrongEndpoint {

  @OnMessage
  @Protect(role = "org:admin")
  public String answer(String question) {
    return question;
  }
}
