package io.github.clerkjakarta.security.server.application;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says whether the caller may open the page of {@link ConstrainedServlet}. */
@WebServlet("/web-resource")
public class WebResourceServlet extends HttpServlet {

  @Inject private SecurityContext security;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(security.hasAccessToWebResource("/constraint", "GET"));
  }
}
