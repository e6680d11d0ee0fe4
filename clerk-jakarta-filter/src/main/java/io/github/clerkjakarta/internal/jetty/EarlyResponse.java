package io.github.clerkjakarta.internal.jetty;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/** A response before any servlet has it: there {@code sendError} has to wait. */
final class EarlyResponse extends HttpServletResponseWrapper {

  private int error;
  private @Nullable String message;

  EarlyResponse(HttpServletResponse response) {
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

  /** The status of an error; 0 when there is none. */
  int error() {
    return error;
  }

  /** What is said about it. */
  @Nullable String message() {
    return message;
  }
}
