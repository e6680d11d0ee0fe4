package io.github.clerkjakarta.security.server.protection;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for asynchronous methods, and says what they have returned or thrown. */
@WebServlet("/courier/*")
public class CourierServlet extends HttpServlet {

  @Inject private Courier courier;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      response.getWriter().print(sent(request.getPathInfo()).get());
    } catch (ExecutionException e) {
      response.getWriter().print(first(e));
    } catch (InterruptedException e) {
      throw new ServletException(e);
    }
  }

  private Future<String> sent(String method) {
    return switch (method) {
      case "/allowed" -> courier.allowed();
      case "/guarded" -> courier.guarded();
      case "/personal" -> courier.personal();
      default -> courier.caller();
    };
  }

  /** What happened in the method, which the container has wrapped. */
  private static Throwable first(Throwable thrown) {
    return thrown.getCause() == null ? thrown : first(thrown.getCause());
  }
}
