package io.github.clerkjakarta.security.server.refusals;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The application's own page for whoever is refused. */
@WebServlet("/refused")
public class ErrorPage extends HttpServlet {

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html");
    response
        .getWriter()
        .print("our page for " + request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
  }
}
