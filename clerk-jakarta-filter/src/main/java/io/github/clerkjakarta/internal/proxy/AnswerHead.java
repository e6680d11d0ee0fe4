package io.github.clerkjakarta.internal.proxy;

import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.List;
import java.util.Map;

/** The head of Clerk's answer, as the browser gets it. */
final class AnswerHead {

  private AnswerHead() {}

  /** Writes status and headers: all of each name, and redirects to Clerk as redirects to here. */
  static void write(ResponseInfo answer, FrontendApiProxy proxy, HttpServletResponse response) {
    response.setStatus(answer.statusCode());
    Map<String, List<String>> headers = answer.headers().map();
    EndToEndHeaders passed = EndToEndHeaders.ofAnswer(answer.headers().allValues("connection"));
    headers.forEach(
        (name, values) -> {
          if (passed.include(name)) {
            values.forEach(value -> write(name, value, proxy, response));
          }
        });
  }

  private static void write(
      String name, String value, FrontendApiProxy proxy, HttpServletResponse response) {
    if (name.equalsIgnoreCase("location")) {
      response.setHeader(name, proxy.api().redirect(value, proxy.publicUrl()));
    } else if (name.equalsIgnoreCase("content-type")) {
      response.setContentType(value);
    } else if (name.equalsIgnoreCase("content-length")) {
      response.setContentLengthLong(Long.parseLong(value));
    } else {
      response.addHeader(name, value);
    }
  }
}
