package io.github.clerkjakarta.sample;

import io.github.clerkjakarta.Auth;
import io.github.clerkjakarta.servlet.ClerkFilter;
import jakarta.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.Optional;

/**
 * What a person reads in place of a page that was refused or failed, and a client in place of JSON.
 * The container dispatches here, web.xml says so; nobody can ask for it.
 */
@WebServlet("/error")
public final class ErrorPage extends Page {

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (failedPath(request).startsWith("/api/")) {
      response.setContentType("application/json");
      String reason = ClerkFilter.state(request).reason().orElse("");
      response
          .getWriter()
          .write(Json.createObjectBuilder().add("reason", reason).build().toString());
    } else {
      response.setStatus(status(request));
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
    return switch (status(request)) {
          case 401 -> paragraph("Nobody is signed in, and signing in again would not help.");
          case 403 -> notForYou(ClerkFilter.auth(request));
          case 404 -> paragraph("The address leads nowhere.");
          case 405 -> paragraph("This address answers other kinds of requests.");
          case 502, 503 ->
              paragraph("Clerk can't tell who is calling. Try again in a few seconds.");
          default -> paragraph("The log of the server says what.");
        }
        + message(request);
  }

  /** By which organization that was decided, and what to do about it. */
  private static String notForYou(Auth auth) {
    String decidedBy =
        auth.orgSlug()
            .map(
                slug ->
                    "Your active organization is <b id=\"active\">%s</b>. There you are <b>%s</b>,"
                            .formatted(
                                EscapedText.escape(slug),
                                EscapedText.escape(auth.orgRole().orElse("a member")))
                        + " and that isn't enough for this page.")
            .orElse(
                "You have <b id=\"active\">no active organization</b>, and this page is for some"
                    + " members of one.");
    return """
        <p>%s</p>
        <p id="switch">At the top you can choose another organization. The page is then asked for
        anew.</p>
        """
        .formatted(decidedBy);
  }

  private static String paragraph(String sentence) {
    return "<p>%s</p>\n".formatted(sentence);
  }

  /** What the one who refused wrote about it; a bare "Forbidden" says nothing new. */
  private static String message(HttpServletRequest request) {
    if (sentStatus(request) == HttpServletResponse.SC_FORBIDDEN) {
      return "";
    }
    return Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE))
        .filter(message -> !message.isBlank())
        .map(message -> "<p class=\"quiet\">%s</p>\n".formatted(EscapedText.escape(message)))
        .orElse("");
  }

  /** What rules don't name is closed, so that an address with nothing behind it is refused too. */
  private static int status(HttpServletRequest request) {
    int sent = sentStatus(request);
    return sent == HttpServletResponse.SC_FORBIDDEN && leadsNowhere(request)
        ? HttpServletResponse.SC_NOT_FOUND
        : sent;
  }

  private static int sentStatus(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  /** Whether the address is that of no servlet and of no file. */
  private static boolean leadsNowhere(HttpServletRequest request) {
    ServletContext application = request.getServletContext();
    boolean noServlet =
        Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME))
            .map(name -> application.getServletRegistration(name.toString()))
            .filter(servlet -> !servlet.getMappings().stream().allMatch("/"::equals))
            .isEmpty();
    try {
      return noServlet && application.getResource(failedPath(request)) == null;
    } catch (MalformedURLException e) {
      return true;
    }
  }

  /** The path below that of the application. */
  private static String failedPath(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        ? path.substring(request.getContextPath().length())
        : "";
  }
}
