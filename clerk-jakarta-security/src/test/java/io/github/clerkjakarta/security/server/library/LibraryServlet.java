package io.github.clerkjakarta.security.server.library;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says nothing of its own about its callers. */
@WebServlet("/library")
public class LibraryServlet extends AdminsServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("read");
  }
}
