package io.github.clerkjakarta.security.server.wrong;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Has an annotation on a method that it calls itself. */
@WebServlet("/secret")
public class WrongMethod extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(secret());
  }

  @RolesAllowed("org:admin")
  String secret() {
    return "secret";
  }
}
