package io.github.clerkjakarta.security.server.inheritance;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls a bean by its remote view, which not every server has. */
@WebServlet("/call/interface/remote")
public class FarServlet extends HttpServlet {

  @EJB private Implementing.Far far;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(far.read());
  }
}
