package io.github.clerkjakarta.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * What a preflight of a path that isn't open is answered: its status and headers, which are all
 * that a browser reads of it, and nothing that a page would show to those who may see it.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">Fetch: CORS-preflight
 *     fetch</a>
 */
final class PreflightAnswer extends HttpServletResponseWrapper {

  private final ServletOutputStream nowhere = new Nowhere();
  private final PrintWriter writer = new PrintWriter(nowhere, false, StandardCharsets.UTF_8);

  PreflightAnswer(HttpServletResponse response) {
    super(response);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return nowhere;
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  @Override
  public void setContentLength(int length) {
    // There is no content.
  }

  @Override
  public void setContentLengthLong(long length) {
    // There is no content.
  }

  private static final class Nowhere extends ServletOutputStream {

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("A preflight isn't answered asynchronously.");
    }

    @Override
    public void write(int octet) {
      // Nobody reads it.
    }
  }
}
