package io.github.clerkjakarta.security.server.application;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with the user id that Clerk's filter knows, or {@code nobody}. */
@WebServlet("/who")
public class WhoServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(ClerkFilter.auth(request).userId().orElse("nobody"));
  }
}
