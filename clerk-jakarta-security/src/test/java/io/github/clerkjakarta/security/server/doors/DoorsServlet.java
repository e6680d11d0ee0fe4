package io.github.clerkjakarta.security.server.doors;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says what each door has of the request, and the same again after a forward. */
@WebServlet({"/doors", "/machines", "/doors-again"})
public class DoorsServlet extends HttpServlet {

  @Inject private Auth injected;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Auth auth = ClerkFilter.auth(request);
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      request.setAttribute("auth", auth);
      request.getRequestDispatcher("/doors-again").forward(request, response);
      return;
    }
    response
        .getWriter()
        .printf(
            "%s shown=%d again=%b state=%b injected=%b",
            auth.userId().orElse("nobody"),
            Witness.shown(auth),
            auth == request.getAttribute("auth"),
            auth == ClerkFilter.state(request).auth(),
            auth.claims() == injected.claims());
  }
}
