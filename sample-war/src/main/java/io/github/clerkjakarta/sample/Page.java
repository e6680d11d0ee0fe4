package io.github.clerkjakarta.sample;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page that a servlet writes, in the layout that it shares with the JSPs. */
abstract class Page extends HttpServlet {

  abstract String title(HttpServletRequest request);

  /** The content as HTML. */
  abstract String content(HttpServletRequest request);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    show(request, response);
  }

  final void show(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.setAttribute("title", title(request));
    request.setAttribute("content", content(request));
    request.getRequestDispatcher("/WEB-INF/page.jsp").forward(request, response);
  }
}
