package io.github.clerkjakarta.benchmarks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The application of the measurement over HTTP: asks who is calling, and answers with a line. */
final class InvoicesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final byte[] LINE = "no open invoices\n".getBytes(StandardCharsets.US_ASCII);

  private final boolean filtered;

  InvoicesServlet(boolean filtered) {
    this.filtered = filtered;
  }

  /** A wrong answer to who is calling makes the measurement fail. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if ((request.getRemoteUser() != null) != filtered) {
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      return;
    }
    response.setContentType("text/plain");
    response.setContentLength(LINE.length);
    response.getOutputStream().write(LINE);
  }
}
