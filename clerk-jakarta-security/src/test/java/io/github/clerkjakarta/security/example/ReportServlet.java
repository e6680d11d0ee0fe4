package io.github.clerkjakarta.security.example;

import io.github.clerkjakarta.security.Protect;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

@WebServlet("/reports/*")
@Protect(role = "org:admin", organization = "/reports/{slug}/**")
public class ReportServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("report");
  }
}
