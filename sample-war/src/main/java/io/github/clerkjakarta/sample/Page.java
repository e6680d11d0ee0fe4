package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page in the common layout. */
abstract class Page extends HttpServlet {

  abstract String title(HttpServletRequest request);

  /** The content as HTML. */
  abstract String content(HttpServletRequest request);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    show(request, response);
  }

  final void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Layout layout = new Layout(request.getContextPath(), ClerkFilter.state(request));
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(layout.page(title(request), content(request)));
  }
}
