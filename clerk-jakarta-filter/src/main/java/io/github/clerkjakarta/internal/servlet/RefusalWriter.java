package io.github.clerkjakarta.internal.servlet;

import io.github.clerkjakarta.internal.json.JsonValues;
import io.github.clerkjakarta.internal.request.IncomingRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a refusal: for a client that asks for JSON as a problem document (RFC 9457); for a browser
 * as a page of ours, the same on every server; and where the application has an error page, and for
 * whoever asks for neither, by {@code sendError}.
 */
final class RefusalWriter {

  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "Bad Request",
          401, "Unauthorized",
          403, "Forbidden",
          404, "Not Found",
          414, "URI Too Long",
          421, "Misdirected Request",
          500, "Internal Server Error",
          503, "Service Unavailable");

  private RefusalWriter() {}

  /**
   * Writes it, and tells whether it could: a response that has left already stays as it is.
   *
   * @param reason Clerk's reason code, where nobody is signed in
   * @param servletRequest the request that is refused
   * @param request what was read off it
   */
  static boolean write(
      Refusal refusal,
      Optional<String> reason,
      HttpServletRequest servletRequest,
      IncomingRequest request,
      CallerHeaders headers,
      HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return false;
    }
    refusal.cookie().ifPresent(headers::cookie);
    headers.forNobodyElse().write();
    // Whatever the application has said before, this is for nobody else.
    response.setHeader("Cache-Control", "no-store");
    refusal.headers().forEach(response::setHeader);
    if (refusal.status() == HttpServletResponse.SC_FOUND) {
      response.resetBuffer();
      response.setStatus(refusal.status());
    } else if (refusal.body().isPresent()) {
      Refusal.Body body = refusal.body().get();
      write(body.type(), body.text(), refusal.status(), response);
    } else if (asksForJson(request)) {
      String problem = problem(refusal, reason);
      write("application/problem+json", problem, refusal.status(), response);
    } else if (showsOurPage(refusal, servletRequest, request)) {
      write("text/html;charset=UTF-8", page(refusal), refusal.status(), response);
    } else if (refusal.message().isEmpty()) {
      response.sendError(refusal.status());
    } else {
      response.sendError(refusal.status(), refusal.message());
    }
    return true;
  }

  private static boolean asksForJson(IncomingRequest request) {
    String accept = request.headerValue("accept");
    return accept != null
        && !accept.contains("text/html")
        && List.of("application/json", "application/problem+json").stream()
            .anyMatch(accept::contains);
  }

  /** What is hidden has to look like what isn't there, and that is the server's affair. */
  private static boolean showsOurPage(
      Refusal refusal, HttpServletRequest servletRequest, IncomingRequest request) {
    String accept = request.headerValue("accept");
    return refusal.status() != HttpServletResponse.SC_NOT_FOUND
        && accept != null
        && accept.contains("text/html")
        && !ErrorPages.showOne(servletRequest, refusal.status());
  }

  /** Without styles or scripts, which the application's Content Security Policy may forbid. */
  private static String page(Refusal refusal) {
    String title = TITLES.get(refusal.status());
    String said =
        refusal.message().isEmpty() ? "" : "<p>" + MarkupText.of(refusal.message()) + "</p>\n";
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="UTF-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        </head>
        <body>
        <h1>%1$s</h1>
        %s</body>
        </html>
        """
        .formatted(title, said);
  }

  private static String problem(Refusal refusal, Optional<String> reason) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", TITLES.get(refusal.status()));
    problem.put("status", (long) refusal.status());
    if (!refusal.message().isEmpty()) {
      problem.put("detail", refusal.message());
    }
    reason.ifPresent(code -> problem.put("reason", code));
    problem.put("resolution", refusal.resolution().code());
    return JsonValues.write(problem);
  }

  private static void write(String type, String body, int status, HttpServletResponse response)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    response.flushBuffer();
  }
}
