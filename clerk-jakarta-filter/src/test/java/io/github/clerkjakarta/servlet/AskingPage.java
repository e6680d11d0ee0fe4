package io.github.clerkjakarta.servlet;

import io.github.clerkjakarta.AcceptsToken;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A page that asks who is calling as {@code Test-Ask-By} says, and says what {@code Test-Caching}
 * wants of caches: the words of it are done in their order, {@code ask} among them.
 */
final class AskingPage {

  private AskingPage() {}

  static void run(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String steps = request.getHeader("Test-Caching");
    for (String step : (steps == null ? "ask" : steps).split(" ")) {
      switch (step) {
        case "ask" -> ask(request, response);
        case "thread" -> {
          askOnAnotherThread(request, response);
          return;
        }
        case "set" -> response.setHeader("Cache-Control", "public, max-age=60");
        case "add" -> response.addHeader("Cache-Control", "public, max-age=60");
        case "add-more" -> response.addHeader("cache-control", "must-revalidate");
        case "set-vary" -> response.setHeader("Vary", "Accept");
        case "add-vary" -> response.addHeader("Vary", "Accept");
        case "add-origin" ->
            response.addHeader("Access-Control-Allow-Origin", "https://own.example");
        case "set-origin" ->
            response.setHeader("Access-Control-Allow-Origin", "https://own.example");
        case "set-cookie" -> response.addHeader("Set-Cookie", "own=1");
        case "reset" -> response.reset();
        case "commit" -> response.flushBuffer();
        case "error" -> {
          response.sendError(404);
          return;
        }
        default -> throw new IllegalArgumentException(step);
      }
    }
    response.getWriter().print("asked");
  }

  private static void ask(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String how = request.getHeader("Test-Ask-By");
    switch (how == null ? "auth" : how) {
      case "nothing" -> {
        // it does not ask
      }
      case "auth" -> ClerkFilter.auth(request);
      case "state" -> ClerkFilter.state(request);
      case "auth-accepting" -> ClerkFilter.auth(request, AcceptsToken.SESSION_TOKEN);
      case "principal" -> request.getUserPrincipal();
      case "remote-user" -> request.getRemoteUser();
      case "auth-type" -> request.getAuthType();
      case "role" -> request.isUserInRole("org:admin");
      case "authenticate" -> request.authenticate(response);
      case "authenticate-accepting" ->
          ClerkFilter.authenticate(request, response, AcceptsToken.SESSION_TOKEN);
      case "return-address" -> ClerkFilter.returnAddress(request, "/");
      default -> throw new IllegalArgumentException(how);
    }
  }

  private static void askOnAnotherThread(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync(request, response);
    async.start(
        () -> {
          try {
            ask((HttpServletRequest) async.getRequest(), response);
            response.getWriter().print("asked");
          } catch (IOException | ServletException e) {
            throw new UncheckedIOException(new IOException(e));
          } finally {
            async.complete();
          }
        });
  }
}
