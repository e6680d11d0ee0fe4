package io.github.clerkjakarta.security.internal.rest;

import io.github.clerkjakarta.security.internal.access.Verdict;
import io.github.clerkjakarta.security.internal.servlet.DenialAnswer;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what is answered, for in a REST call the server writes the response. Headers go to the
 * response itself.
 */
final class RecordedAnswer extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = SC_OK;
  private @Nullable String contentType;

  private RecordedAnswer(HttpServletResponse response) {
    super(response);
  }

  /** The answer to a verdict that isn't open. */
  static Response to(Verdict verdict, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RecordedAnswer answer = new RecordedAnswer(response);
    DenialAnswer.write(verdict, request, answer);
    Response.ResponseBuilder builder = Response.status(answer.status);
    return answer.body.size() == 0
        ? builder.build()
        : builder.entity(answer.body.toByteArray()).type(answer.contentType).build();
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void sendError(int code) throws IOException {
    // Without a body, one server would send a page of its own, and another none.
    Response.StatusType said = Response.Status.fromStatusCode(code);
    sendError(code, said == null ? "" : said.getReasonPhrase());
  }

  @Override
  public void sendError(int code, String text) throws IOException {
    status = code;
    contentType = MediaType.TEXT_PLAIN;
    body.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void setContentType(String type) {
    contentType = type;
  }

  @Override
  public void setContentLength(int length) {
    // The server counts for itself.
  }

  @Override
  public void flushBuffer() {
    // The server sends it.
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("A denial isn't written asynchronously.");
      }

      @Override
      public void write(int octet) {
        body.write(octet);
      }
    };
  }
}
