package io.github.clerkjakarta.security.server.application;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tries a name and a password. */
@WebServlet("/login")
public class LoginServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      request.login("ada@example.com", "correct-horse-ada");
      response.getWriter().print("signed in");
    } catch (ServletException e) {
      response.getWriter().print("refused: " + e.getMessage());
    }
  }
}
