package io.github.clerkjakarta.security.server.application;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls an EJB method that only who may create invoices may call. */
@WebServlet("/ejb")
public class EjbServlet extends HttpServlet {

  @EJB private InvoiceEjb ejb;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(ejb.create());
  }
}
