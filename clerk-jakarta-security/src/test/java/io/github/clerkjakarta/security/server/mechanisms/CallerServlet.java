package io.github.clerkjakarta.security.server.mechanisms;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says who is calling, at a path of each mechanism, and who after a logout, where asked to. */
@WebServlet({"/invoices", "/open", "/reports/all", "/staff/home", "/staff/open"})
public class CallerServlet extends HttpServlet {

  @Inject private transient SecurityContext security;

  /** For the container. */
  public CallerServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getQueryString() != null) {
      request.logout();
    }
    response
        .getWriter()
        .print(
            "%s staff=%s/%s admin=%s/%s"
                .formatted(
                    request.getRemoteUser(),
                    request.isUserInRole("staff"),
                    security.isCallerInRole("staff"),
                    request.isUserInRole("org:admin"),
                    security.isCallerInRole("org:admin")));
  }
}
