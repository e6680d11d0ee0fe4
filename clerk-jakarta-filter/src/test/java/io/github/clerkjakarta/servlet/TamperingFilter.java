package io.github.clerkjakarta.servlet;

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
        Door door = Door.of(request.getServletContext());
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
        Door.of(request.getServletContext()).forbid(request, response);
        return;
      }
      case "door-logs-out" -> {
        Door.of(request.getServletContext()).admits(request, response);
        Door.logOut(request);
      }
      default -> {
        // nothing to do
      }
    }
    chain.doFilter(request, response);
  }
}
