package io.github.clerkjakarta.security.server.refusals;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For admins, as its annotation says. */
@WebServlet("/servlet-security")
@ServletSecurity(@HttpConstraint(rolesAllowed = "org:admin"))
public class AnnotatedServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("read");
  }
}
