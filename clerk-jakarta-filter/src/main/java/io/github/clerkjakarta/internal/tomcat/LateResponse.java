package io.github.clerkjakarta.internal.tomcat;

import io.github.clerkjakarta.internal.constraints.RecordedErrorResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A response that has an error already, which another answer may replace as long as nothing has
 * been sent: Tomcat writes a page of its own for an error without a body.
 */
final class LateResponse extends RecordedErrorResponse {

  private final HttpServletResponse response;

  LateResponse(HttpServletResponse response) {
    super(response);
    this.response = response;
  }

  /** Tomcat sends what is written, once it has found that there is something. */
  @Override
  public void flushBuffer() {}

  /** Sends the error, if there is one. */
  void sendRecorded() throws IOException {
    if (error() != 0) {
      response.sendError(error(), message());
    }
  }
}
