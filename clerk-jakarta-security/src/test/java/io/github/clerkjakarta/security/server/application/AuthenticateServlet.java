package io.github.clerkjakarta.security.server.application;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Insists on a caller. */
@WebServlet("/authenticate")
public class AuthenticateServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.authenticate(response)) {
      response.getWriter().print(Callers.name(request.getUserPrincipal()));
    }
  }
}
