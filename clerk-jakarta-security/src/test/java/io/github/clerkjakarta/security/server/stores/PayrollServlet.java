package io.github.clerkjakarta.security.server.stores;

import jakarta.annotation.security.DeclareRoles;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says whether Ada, and she alone, is in the group that the store adds. */
@WebServlet("/payroll")
@DeclareRoles({"payroll:user_ada", "payroll:user_ben"})
public class PayrollServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean ada = request.isUserInRole("payroll:user_ada");
    response.getWriter().print(ada && !request.isUserInRole("payroll:user_ben"));
  }
}
