package io.github.clerkjakarta.example;

import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The code of docs/forms.md. */
public final class CommentForm extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String author = ClerkFilter.auth(request).userId().orElse("nobody");
    response.getWriter().print(author + " says " + request.getParameter("comment"));
  }

  static ClerkFilter filter() {
    ClerkOptions options = ClerkOptions.builder().refreshUnsafeMethods(true).build();
    return ClerkFilter.with(options);
  }
}
