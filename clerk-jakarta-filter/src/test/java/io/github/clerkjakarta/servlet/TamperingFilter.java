package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.internal.servlet.ContextAuthentication;
import io.github.clerkjakarta.internal.servlet.Decision;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** A filter of the application that runs before ours and does what requests say. */
final class TamperingFilter extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String what = request.getHeader("Test-Tamper");
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && sentOn(request, response, what == null ? "" : what)) {
      return;
    }
    switch (what == null ? "" : what) {
      case "text" -> request.setAttribute(Decision.ATTRIBUTE, "signed-in");
      case "map" -> request.setAttribute(Decision.ATTRIBUTE, Map.of("userId", "user_evil"));
      case "commit" -> {
        response.getWriter().print("early ");
        response.flushBuffer();
      }
      case "own-origin" -> response.setHeader("Access-Control-Allow-Origin", "https://own.example");
      case "ask" -> {
        try {
          ClerkFilter.auth(request);
        } catch (IllegalStateException e) {
          response.getWriter().print(e.getMessage());
          return;
        }
      }
      case "door" -> {
        ContextAuthentication door = ContextAuthentication.of(request.getServletContext());
        if (!door.admits(request, response)) {
          return;
        }
        if (request.getHeader("Test-Challenge") != null) {
          door.challenge(request, response);
          chain.doFilter(request, response);
          return;
        }
      }
      case "door-forbids" -> {
        ContextAuthentication.of(request.getServletContext()).forbid(request, response);
        return;
      }
      case "door-logs-out" -> {
        ContextAuthentication.of(request.getServletContext()).admits(request, response);
        ContextAuthentication.logOut(request);
      }
      default -> {
        // nothing to do
      }
    }
    chain.doFilter(request, response);
  }

  /** Sends a request on before our filter has seen it. */
  private static boolean sentOn(
      HttpServletRequest request, HttpServletResponse response, String what)
      throws IOException, ServletException {
    String to = request.getHeader("Test-To");
    switch (what) {
      case "async" -> {
        if (to == null) {
          request.startAsync().dispatch();
        } else {
          request.startAsync().dispatch(to);
        }
      }
      case "forward" -> request.getRequestDispatcher(to).forward(request, response);
      case "include" -> request.getRequestDispatcher(to).include(request, response);
      case "error" -> response.sendError(Integer.parseInt(to));
      case "cors" -> {
        response.setHeader("Access-Control-Allow-Origin", "https://ahead.example");
        return request.getMethod().equals("OPTIONS");
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
