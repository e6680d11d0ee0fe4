package io.github.clerkjakarta.security.server.application;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says whether the caller may create invoices, as Jakarta Security has it. */
@WebServlet("/caller-role")
public class CallerRoleServlet extends HttpServlet {

  @Inject private SecurityContext security;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(security.isCallerInRole("org:invoices:create"));
  }
}
