package io.github.clerkjakarta.security.server.mechanisms;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The form's page, of which a test needs no more than that it is shown. */
@WebServlet("/staff/login")
public class LoginPage extends HttpServlet {

  /** For the container. */
  public LoginPage() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("Log in");
  }
}
