package io.github.clerkjakarta.servlet.points;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;

/** Open to everybody; says what the request says of its caller. */
@WebServlet(
    urlPatterns = {
      "/role",
      "/principal",
      "/async",
      "/async-dispatch",
      "/session",
      "/session-role",
      "/authenticate",
      "/logout",
      "/forbidden"
    },
    asyncSupported = true)
public final class CallerServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (request.getServletPath()) {
      case "/role" -> response.getWriter().print(isAdmin(request));
      case "/principal" -> response.getWriter().print(name(request));
      case "/async" -> fromAnotherThread(request, response);
      case "/async-dispatch" -> request.startAsync().dispatch("/constraint");
      case "/session" -> response.getWriter().print(request.getSession().getId());
      case "/session-role" ->
          response.getWriter().print(request.getSession().getId() + " " + isAdmin(request));
      case "/authenticate" -> {
        if (request.authenticate(response)) {
          response.getWriter().print(name(request));
        }
      }
      case "/logout" -> {
        String before = name(request);
        request.logout();
        response.getWriter().print(before + " " + name(request) + " " + isAdmin(request));
      }
      case "/forbidden" -> response.sendError(HttpServletResponse.SC_FORBIDDEN, "by the page");
      default -> throw new IllegalStateException(request.getServletPath());
    }
  }

  private static void fromAnotherThread(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    async.start(
        () -> {
          try {
            response.getWriter().print(isAdmin(request));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } finally {
            async.complete();
          }
        });
  }

  private static boolean isAdmin(HttpServletRequest request) {
    return request.isUserInRole("org:admin");
  }

  private static String name(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    return principal == null ? "nobody" : principal.getName();
  }
}
