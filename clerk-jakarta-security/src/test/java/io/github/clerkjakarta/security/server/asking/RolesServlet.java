package io.github.clerkjakarta.security.server.asking;

import jakarta.annotation.security.DeclareRoles;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says who is calling, and in which of some roles: {@code ?of=first&of=second}. */
@WebServlet("/roles/*")
@DeclareRoles({"partner", "department:sales", "team:blue", "payroll:ada@example.com", "house"})
public class RolesServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String caller =
        Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName).orElse("nobody");
    String roles =
        Stream.of(request.getParameterValues("of"))
            .filter(request::isUserInRole)
            .collect(Collectors.joining(" "));
    response.getWriter().print(caller + ": " + roles);
  }
}
