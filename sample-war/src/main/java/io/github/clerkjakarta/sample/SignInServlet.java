package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Where satellites of this application send their visitors: whoever is signed in goes back at once,
 * anyone else signs in at Clerk first and then comes by again, so that both applications know.
 */
@WebServlet("/sign-in")
public final class SignInServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (ClerkFilter.auth(request).isAuthenticated()) {
      String back =
          Optional.ofNullable(request.getParameter("redirect_url"))
              .flatMap(asked -> ClerkFilter.returnAddress(request, asked))
              .orElse(request.getContextPath() + "/");
      response.sendRedirect(back);
    } else {
      ClerkFilter.redirectToSignIn(request, response);
    }
  }
}
