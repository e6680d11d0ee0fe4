package io.github.clerkjakarta.example;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.ClerkBackend;
import io.github.clerkjakarta.ClerkBackendException;
import io.github.clerkjakarta.ClerkOptions;
import io.github.clerkjakarta.PendingSessions;
import io.github.clerkjakarta.User;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The code of docs/backend-api.md. */
public final class BackendPages extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Auth auth = ClerkFilter.auth(request);
    String name;
    try {
      Optional<User> user = ClerkFilter.backend(request).currentUser(auth);
      name = user.flatMap(User::fullName).orElse("stranger");
    } catch (ClerkBackendException e) {
      log("The name of a user isn't known", e);
      name = auth.userId().orElseThrow();
    }
    response.getWriter().println("Hello " + name);
  }

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Auth auth = ClerkFilter.auth(request);
    String token = ClerkFilter.backend(request).getToken(auth, "hasura").orElseThrow();
    response.getWriter().println(token);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Auth auth = ClerkFilter.state(request).auth(PendingSessions.ALLOWED);
    ClerkFilter.backend(request).revokeSession(auth);
    response.addHeader("Set-Cookie", "__session=; Path=/; Max-Age=0");
  }

  static Optional<String> author(HttpServletRequest request) {
    Optional<String> id = Optional.ofNullable(request.getParameter("author"));
    Optional<User> author = id.flatMap(ClerkFilter.backend(request)::user);
    return author.flatMap(User::fullName);
  }

  static Optional<String> emailAddress(Auth auth) {
    try (ClerkBackend backend = ClerkBackend.create(ClerkOptions.fromEnvironment())) {
      return backend.currentUser(auth).flatMap(User::primaryEmailAddress);
    }
  }
}
