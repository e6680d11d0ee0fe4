package io.github.clerkjakarta.security.server.protection;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page for everybody that has a servlet which isn't for everybody as its part. */
@WebServlet("/including/*")
public class IncludingServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.getWriter().print("page ");
    request.getRequestDispatcher("/vault" + request.getPathInfo()).include(request, response);
  }
}
