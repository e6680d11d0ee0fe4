package io.github.clerkjakarta.internal.tomcat;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A response that has an error already, which another answer may replace as long as nothing has
 * been sent: Tomcat writes a page of its own for an error without a body.
 */
final class LateResponse extends HttpServletResponseWrapper {

  private int error;
  private @Nullable String message;

  LateResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void sendError(int status) {
    error = status;
  }

  @Override
  public void sendError(int status, @Nullable String text) {
    error = status;
    message = text;
  }

  /** Tomcat sends what is written, once it has found that there is something. */
  @Override
  public void flushBuffer() {}

  /** The status of an error; 0 when there is none. */
  int error() {
    return error;
  }

  /** Sends the error, if there is one. */
  void sendRecorded() throws IOException {
    if (error != 0) {
      super.sendError(error, message);
    }
  }
}
