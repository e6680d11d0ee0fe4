package io.github.clerkjakarta.security.server.protection;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls beans, and doesn't catch what they throw. */
@WebServlet(urlPatterns = "/beans/*", asyncSupported = true)
public class BeansServlet extends HttpServlet {

  @Inject private Vault vault;
  @Inject private Safe safe;
  @Inject private Directory directory;
  @Inject private Register register;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.getWriter().print("before ");
    try {
      response.getWriter().print(called(request));
    } catch (InterruptedException e) {
      throw new ServletException(e);
    }
  }

  private String called(HttpServletRequest request) throws ServletException, InterruptedException {
    Object included = request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO);
    switch (included == null ? request.getPathInfo() : included.toString()) {
      case "/count":
        return vault.count();
      case "/allowed":
        return safe.allowed();
      case "/recent":
        return safe.recent();
      case "/together":
        return directory.together();
      case "/logout":
        String before = directory.caller();
        request.logout();
        return before + " " + directory.caller() + " " + register.caller();
      default:
        return directory.caller() + " " + register.caller();
    }
  }
}
