package io.github.clerkjakarta.sample;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells which class loader a class comes from, in a WAR of the tests. */
@WebServlet("/loader-of")
public final class ClassLoaderProbe extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    try {
      Class<?> found = Class.forName(request.getParameter("class"));
      response.getWriter().print(found.getClassLoader());
    } catch (ClassNotFoundException e) {
      response.getWriter().print("not found");
    }
  }
}
