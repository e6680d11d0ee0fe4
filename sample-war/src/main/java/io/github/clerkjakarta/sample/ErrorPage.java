package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * What a person reads in place of a page that was refused or failed, and a client in place of JSON.
 * The container dispatches here, web.xml says so; nobody can ask for it.
 */
@WebServlet("/error")
public final class ErrorPage extends Page {

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (failedPath(request).startsWith(request.getContextPath() + "/api/")) {
      response.setContentType("application/json");
      String reason = ClerkFilter.state(request).reason().orElse("");
      response
          .getWriter()
          .write(Json.createObjectBuilder().add("reason", reason).build().toString());
    } else {
      show(request, response);
    }
  }

  @Override
  String title(HttpServletRequest request) {
    return switch (status(request)) {
      case 401 -> "Please sign in";
      case 403 -> "Not for you";
      case 404 -> "There is no such page";
      case 405 -> "Not like this";
      case 502, 503 -> "Not now";
      default -> "Something went wrong";
    };
  }

  @Override
  String content(HttpServletRequest request) {
    String sentence =
        switch (status(request)) {
          case 401 -> "Nobody is signed in, and signing in again would not help.";
          case 403 -> "You may not see this page with the organization that is active now.";
          case 404 -> "The address leads nowhere.";
          case 405 -> "This address answers other kinds of requests.";
          case 502, 503 -> "Clerk can't tell who is calling. Try again in a few seconds.";
          default -> "The log of the server says what.";
        };
    return "<p>%s</p>\n".formatted(sentence) + message(request);
  }

  /** What the one who refused wrote about it; a bare "Forbidden" says nothing new. */
  private static String message(HttpServletRequest request) {
    if (status(request) == HttpServletResponse.SC_FORBIDDEN) {
      return "";
    }
    return Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE))
        .filter(message -> !message.isBlank())
        .map(message -> "<p class=\"quiet\">%s</p>\n".formatted(EscapedText.escape(message)))
        .orElse("");
  }

  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private static String failedPath(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        ? path
        : "";
  }
}
