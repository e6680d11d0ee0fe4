package io.github.clerkjakarta.security.server.protection;

import io.github.clerkjakarta.security.Protect;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For admins: the root, one path, an extension, and whatever no other servlet has. */
@WebServlet(
    name = "part",
    urlPatterns = {"", "/", "/part", "*.part"})
@Protect(role = "org:admin")
public class PartServlet extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("part");
  }
}
