package io.github.clerkjakarta.security.server.application;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what of the application runs, but for the servlet that tells the number. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RunCounter extends HttpFilter {

  private static final AtomicInteger RUNS = new AtomicInteger();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getServletPath().equals("/runs")) {
      response.getWriter().print(RUNS.get());
      return;
    }
    RUNS.incrementAndGet();
    chain.doFilter(request, response);
  }
}
