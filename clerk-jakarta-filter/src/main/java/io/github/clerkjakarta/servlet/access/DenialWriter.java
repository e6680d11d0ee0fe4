package io.github.clerkjakarta.servlet.access;

import static java.lang.System.Logger.Level.WARNING;

import io.github.clerkjakarta.Reverification;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a denial. Where the status says it all it is {@code sendError}, so that the application's
 * own error pages show.
 */
public final class DenialWriter {

  private static final System.Logger LOG = System.getLogger(DenialWriter.class.getName());

  /** RFC 9110, section 15.5.20. */
  private static final int MISDIRECTED_REQUEST = 421;

  private static final String RETRY_AFTER_SECONDS = "5";
  private static final String VARY = "Cookie, Authorization";

  private DenialWriter() {}

  /** Writes it, unless the response has left already. */
  public static void write(Denial denial, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      LOG.log(WARNING, "A request was denied, but its response had been sent before.");
      return;
    }
    forNobodyElse(response);
    if (denial instanceof Denial.Trip trip) {
      response.resetBuffer();
      response.addHeader("Set-Cookie", trip.cookie());
      response.setHeader("Location", trip.location());
      response.setStatus(HttpServletResponse.SC_FOUND);
    } else if (denial instanceof Denial.NeedsReverification reverification) {
      writeJson(body(reverification.needed()), response);
    } else if (denial instanceof Denial.Challenge challenge) {
      response.setHeader("WWW-Authenticate", BearerChallenge.of(challenge));
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED, challenge.text());
    } else if (denial instanceof Denial.InsufficientScope insufficient) {
      response.setHeader("WWW-Authenticate", BearerChallenge.of(insufficient));
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (denial instanceof Denial.UnknownHost) {
      response.sendError(MISDIRECTED_REQUEST, "This application isn't for this host.");
    } else if (denial instanceof Denial.Unavailable unavailable) {
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, unavailable.text());
    } else if (denial instanceof Denial.Fault fault) {
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, fault.text());
    } else {
      response.sendError(status(denial));
    }
  }

  /** Says that what this response holds is for this caller alone (RFC 9111, section 5.2.2.5). */
  public static void forNobodyElse(HttpServletResponse response) {
    if (!response.getHeaders("Vary").contains(VARY)) {
      response.addHeader("Vary", VARY);
    }
    response.setHeader("Cache-Control", "no-store");
  }

  private static int status(Denial denial) {
    if (denial instanceof Denial.AmbiguousPath) {
      return HttpServletResponse.SC_BAD_REQUEST;
    }
    return denial instanceof Denial.NotFound
        ? HttpServletResponse.SC_NOT_FOUND
        : HttpServletResponse.SC_FORBIDDEN;
  }

  private static String body(Reverification needed) {
    String value =
        needed
            .preset()
            .map(preset -> "\"" + preset + "\"")
            .orElseGet(
                () ->
                    "{\"level\":\"%s\",\"afterMinutes\":%d}"
                        .formatted(needed.level().value(), needed.afterMinutes()));
    return "{\"clerk_error\":{\"type\":\"forbidden\",\"reason\":\"reverification-error\","
        + "\"metadata\":{\"reverification\":"
        + value
        + "}}}";
  }

  private static void writeJson(String body, HttpServletResponse response) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    response.flushBuffer();
  }
}
