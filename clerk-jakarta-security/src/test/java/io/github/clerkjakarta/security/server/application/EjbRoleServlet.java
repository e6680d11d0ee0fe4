package io.github.clerkjakarta.security.server.application;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says whether the caller is an admin, as an EJB has it. */
@WebServlet("/ejb-role")
public class EjbRoleServlet extends HttpServlet {

  @EJB private InvoiceEjb ejb;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(ejb.isAdmin());
  }
}
