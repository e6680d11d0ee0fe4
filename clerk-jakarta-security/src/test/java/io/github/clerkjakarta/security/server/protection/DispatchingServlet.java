package io.github.clerkjakarta.security.server.protection;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page for everybody that leads to another: {@code /to/include/vault/acme}. */
@WebServlet(urlPatterns = "/to/*", asyncSupported = true)
public class DispatchingServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String[] way = pathOf(request).split("/", 4);
    String path = "/" + way[3];
    RequestDispatcher dispatcher = request.getRequestDispatcher(path);
    switch (way[2]) {
      case "include" -> {
        response.getWriter().print("page ");
        dispatcher.include(request, response);
      }
      case "forward" -> dispatcher.forward(request, response);
      case "include-named" ->
          getServletContext().getNamedDispatcher(way[3]).include(request, response);
      case "forward-named" ->
          getServletContext().getNamedDispatcher(way[3]).forward(request, response);
      case "async" -> request.startAsync(request, response).dispatch(path);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** The path of this call of the servlet, which may itself be included. */
  private static String pathOf(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH) instanceof String included
        ? included + request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO)
        : request.getServletPath() + request.getPathInfo();
  }
}
