package io.github.clerkjakarta.security.server.application;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** Says whether the caller could call an asynchronous EJB method that only an admin may call. */
@WebServlet("/asynchronous")
public class AsynchronousServlet extends HttpServlet {

  @EJB private MailEjb ejb;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(isAllowed());
  }

  private boolean isAllowed() {
    try {
      return ejb.send().get().equals("sent");
    } catch (EJBAccessException e) {
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EJBAccessException) {
        return false;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
