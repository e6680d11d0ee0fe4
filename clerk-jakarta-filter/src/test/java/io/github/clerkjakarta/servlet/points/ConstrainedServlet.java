package io.github.clerkjakarta.servlet.points;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A constraint of web.xml lets in, where there is one; tells who was let in. */
@WebServlet({"/constraint", "/constraint/*", "/any-caller", "/closed"})
public final class ConstrainedServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("let in " + request.getUserPrincipal() + request.getAuthType());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doGet(request, response);
  }
}
