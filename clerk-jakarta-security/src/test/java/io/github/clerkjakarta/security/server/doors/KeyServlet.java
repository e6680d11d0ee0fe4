package io.github.clerkjakarta.security.server.doors;

import io.github.clerkjakarta.AcceptsToken;
import io.github.clerkjakarta.TokenType;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Insists on an API key. */
@WebServlet("/key")
public class KeyServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AcceptsToken keys = AcceptsToken.only(TokenType.API_KEY);
    if (ClerkFilter.authenticate(request, response, keys)) {
      response.getWriter().print(ClerkFilter.auth(request, keys).subject().orElse("nobody"));
    }
  }
}
