package io.github.clerkjakarta.security.server.application;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Has {@link IdentityServlet} answer, by the kind of dispatch that the path names. */
@WebServlet(urlPatterns = "/dispatches/*", asyncSupported = true)
public class DispatchesServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    RequestDispatcher identity = request.getRequestDispatcher("/identity");
    switch (request.getPathInfo()) {
      case "/forward" -> identity.forward(request, response);
      case "/include" -> identity.include(request, response);
      case "/async" -> request.startAsync().dispatch("/identity");
      default -> response.sendError(HttpServletResponse.SC_GONE);
    }
  }
}
