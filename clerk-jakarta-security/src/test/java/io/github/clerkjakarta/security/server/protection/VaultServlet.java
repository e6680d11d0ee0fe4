package io.github.clerkjakarta.security.server.protection;

import io.github.clerkjakarta.security.Protect;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Some methods for admins of the organization in the path, one for everybody. */
@WebServlet("/vault/*")
@Protect(role = "org:admin", organization = "/vault/{slug}/**")
public class VaultServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("vault");
  }

  @Override
  @PermitAll
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("put");
  }
}
