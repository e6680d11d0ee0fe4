package io.github.clerkjakarta.security.server.wildfly;

import jakarta.ejb.EJB;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers with the name by which an EJB knows the caller, by the way that the path names. */
@WebServlet(urlPatterns = "/caller/*", asyncSupported = true)
public class CallerServlet extends HttpServlet {

  @EJB private CallerBean bean;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String way = request.getPathInfo();
    if (request.getDispatcherType() != DispatcherType.REQUEST || way.equals("/request")) {
      response.getWriter().print(bean.caller());
    } else if (way.equals("/forward")) {
      request.getRequestDispatcher("/caller/request").forward(request, response);
    } else if (way.equals("/dispatch")) {
      request.startAsync().dispatch("/caller/request");
    } else if (way.equals("/thread")) {
      AsyncContext context = request.startAsync();
      context.start(() -> answer(context));
    } else if (way.equals("/logout")) {
      request.logout();
      response.getWriter().print(request.getUserPrincipal() + " " + bean.caller());
    } else {
      response.sendError(418);
    }
  }

  private void answer(AsyncContext context) {
    try {
      context.getResponse().getWriter().print(bean.caller());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      context.complete();
    }
  }
}
