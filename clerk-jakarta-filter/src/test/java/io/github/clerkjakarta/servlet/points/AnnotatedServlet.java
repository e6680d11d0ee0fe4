package io.github.clerkjakarta.servlet.points;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An annotation lets in who may create invoices. */
@WebServlet("/servlet-security")
@ServletSecurity(@HttpConstraint(rolesAllowed = "org:invoices:create"))
public final class AnnotatedServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("let in");
  }
}
