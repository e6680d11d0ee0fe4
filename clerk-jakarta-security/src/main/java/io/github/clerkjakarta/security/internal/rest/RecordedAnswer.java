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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what is answered, for in a REST call the server writes the response. Headers go to the
 * response itself, and so does an error that a browser is to see a page for: the server asks for
 * that when it comes to write the body.
 */
final class RecordedAnswer extends HttpServletResponseWrapper {

  private final HttpServletResponse response;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = SC_OK;
  private @Nullable String contentType;
  private @Nullable StreamingOutput errorPage;

  private RecordedAnswer(HttpServletResponse response) {
    super(response);
    this.response = response;
  }

  /** The answer to a verdict that isn't open. */
  static Response to(Verdict verdict, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RecordedAnswer answer = new RecordedAnswer(response);
    DenialAnswer.write(verdict, request, answer);
    Response.ResponseBuilder builder = Response.status(answer.status);
    if (answer.errorPage != null && takesPages(request)) {
      return builder.entity(answer.errorPage).type(MediaType.TEXT_HTML_TYPE).build();
    }
    return answer.body.size() == 0
        ? builder.build()
        : builder.entity(answer.body.toByteArray()).type(answer.contentType).build();
  }

  private static boolean takesPages(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains(MediaType.TEXT_HTML);
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
    record(code, said == null ? "" : said.getReasonPhrase());
    errorPage = ignored -> response.sendError(code);
  }

  @Override
  public void sendError(int code, String text) throws IOException {
    record(code, text);
    errorPage = ignored -> response.sendError(code, text);
  }

  private void record(int code, String text) throws IOException {
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
