package io.github.clerkjakarta.security.server.application;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls a singleton EJB that only an admin may call. */
@WebServlet("/singleton")
public class SingletonServlet extends HttpServlet {

  @EJB private NumberEjb ejb;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(ejb.next());
  }
}
