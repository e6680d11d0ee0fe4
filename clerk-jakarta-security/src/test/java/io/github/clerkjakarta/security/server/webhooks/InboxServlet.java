package io.github.clerkjakarta.security.server.webhooks;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows what was received. */
@WebServlet("/inbox")
public class InboxServlet extends HttpServlet {

  @Inject private Inbox inbox;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(String.join("\n", inbox.lines()));
  }
}
