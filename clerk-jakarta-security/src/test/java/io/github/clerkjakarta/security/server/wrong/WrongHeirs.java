package io.github.clerkjakarta.security.server.wrong;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/**
 * What the server calls itself, and what believes that only those may call whom its class names.
 */
public final class WrongHeirs {

  private WrongHeirs() {}

  /** A WebSocket. */
  @ServerEndpoint("/wrong")
  public static class Socket extends WrongAncestor {

    @OnMessage
    public String answer(String question) {
      return question;
    }
  }

  /** A listener. */
  @WebListener
  public static class Listener extends WrongAncestor implements ServletRequestListener {}

  /** A filter. */
  public static class Gate extends WrongAncestor implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(request, response);
    }
  }
}
