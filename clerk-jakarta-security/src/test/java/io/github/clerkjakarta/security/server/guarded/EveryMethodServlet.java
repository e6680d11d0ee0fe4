package io.github.clerkjakarta.security.server.guarded;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page that must not be seen, whatever the method. */
@WebServlet("/every-method/*")
public class EveryMethodServlet extends HttpServlet {

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Access-Control-Allow-Methods", "GET");
    response.getWriter().print("secret");
  }
}
