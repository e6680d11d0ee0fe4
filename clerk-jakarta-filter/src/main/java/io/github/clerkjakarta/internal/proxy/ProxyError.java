package io.github.clerkjakarta.internal.proxy;

import io.github.clerkjakarta.internal.json.JsonValues;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a request isn't passed on, or has no answer, by the codes of Clerk's SDKs.
 *
 * @param status of the answer
 * @param code what ClerkJS finds
 * @param message what a developer finds; it shows nothing of the request
 */
record ProxyError(int status, String code, String message) {

  static final ProxyError NO_FILTER =
      new ProxyError(
          500,
          "proxy_configuration_error",
          "No ClerkFilter of this application has seen the request.");
  static final ProxyError METHOD =
      failed(405, "This method isn't passed on to Clerk's Frontend API.");
  static final ProxyError PATH =
      new ProxyError(
          400, "proxy_path_mismatch", "The path of the request can be read in two ways.");
  static final ProxyError HEADER = failed(400, "A header of the request can't be sent on.");
  static final ProxyError UNREACHABLE = failed(502, "Clerk's Frontend API can't be reached.");
  static final ProxyError LATE = failed(504, "Clerk's Frontend API doesn't answer in time.");

  static final ProxyError BROKEN_OFF = failed(400, "The request broke off.");

  /** What a browser is told of a fault between here and Clerk. */
  static ProxyError of(Throwable fault) {
    return fault instanceof HttpTimeoutException && !(fault instanceof HttpConnectTimeoutException)
        ? LATE
        : UNREACHABLE;
  }

  private static ProxyError failed(int status, String message) {
    return new ProxyError(status, "proxy_request_failed", message);
  }

  /**
   * Ends an answer that has begun: in place of it, if nothing of it has left.
   *
   * @throws ServletException when some of it has left: the one way to have every container break an
   *     answer off, so that it doesn't look whole
   */
  void breakOff(HttpServletResponse response) throws ServletException, IOException {
    if (response.isCommitted()) {
      throw new ServletException("The answer of Clerk's Frontend API broke off.");
    }
    write(response);
  }

  /** Answers a request of which nothing was answered before. */
  void write(HttpServletResponse response) throws IOException {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    byte[] json =
        JsonValues.write(Map.of("errors", List.of(error))).getBytes(StandardCharsets.UTF_8);
    response.reset();
    response.setStatus(status);
    if (status == METHOD.status) {
      response.setHeader("Allow", String.join(", ", PassedMethods.ALL));
    }
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }
}
