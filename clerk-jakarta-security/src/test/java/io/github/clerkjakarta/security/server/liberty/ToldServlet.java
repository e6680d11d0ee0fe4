package io.github.clerkjakarta.security.server.liberty;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/** Says whose classes the server knows the caller by, and whose the application. */
@WebServlet("/told")
public class ToldServlet extends HttpServlet {

  @Inject private SecurityContext security;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ClassLoader application = getClass().getClassLoader();
    for (Principal principal : security.getPrincipalsByType(Principal.class)) {
      boolean own = principal.getClass().getClassLoader() == application;
      response.getWriter().println(principal.getName() + (own ? " by a class of ours" : ""));
    }
    response.getWriter().println(request.getUserPrincipal().getClass().getSimpleName());
  }
}
