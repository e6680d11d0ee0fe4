package io.github.clerkjakarta.internal.constraints;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/** A response to which an error isn't sent: whoever made it does that in the server's own way. */
public class RecordedErrorResponse extends HttpServletResponseWrapper {

  private int error;
  private @Nullable String message;

  /** Around the server's response. */
  public RecordedErrorResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void sendError(int status) {
    sendError(status, null);
  }

  @Override
  public void sendError(int status, @Nullable String text) {
    error = status;
    message = text;
  }

  /** The status of an error; 0 when there is none. */
  public int error() {
    return error;
  }

  /** What is said about it. */
  public @Nullable String message() {
    return message;
  }
}
