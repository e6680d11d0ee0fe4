package io.github.clerkjakarta.security.server.login;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For those in the role "clerk", which the server's realm gives. */
@WebServlet("/clerks")
@ServletSecurity(@HttpConstraint(rolesAllowed = "clerk"))
public class ClerksServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String type = request.getAuthType();
    response.getWriter().print(request.getRemoteUser() + " by " + type);
  }
}
