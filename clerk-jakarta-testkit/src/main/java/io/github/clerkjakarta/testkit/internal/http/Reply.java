package io.github.clerkjakarta.testkit.internal.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A response, a value until the edge sends it. */
public record Reply(int status, String contentType, String body, List<Header> headers) {

  /** One header line; names may repeat, as Set-Cookie does. */
  public record Header(String name, String value) {}

  public static Reply json(Object body) {
    return json(200, Json.write(body));
  }

  public static Reply json(int status, String body) {
    return new Reply(status, "application/json", body, List.of());
  }

  public static Reply html(int status, String body) {
    return new Reply(status, "text/html; charset=utf-8", body, List.of())
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
                + " frame-ancestors 'none'")
        .with("Referrer-Policy", "same-origin");
  }

  public static Reply noContent() {
    return new Reply(204, "text/plain", "", List.of());
  }

  public static Reply redirect(int status, String location) {
    return new Reply(status, "text/plain", "", List.of()).with("Location", location);
  }

  /** An error in the shape that both of Clerk's APIs use. */
  public static Reply error(int status, String code, String message) {
    return error(status, code, message, Map.of());
  }

  /** An error that a form shows beside one of its fields. */
  public static Reply fieldError(String code, String message, String field) {
    return error(422, code, message, Map.of("param_name", field));
  }

  private static Reply error(int status, String code, String message, Map<String, ?> meta) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    error.put("long_message", message);
    error.put("meta", meta);
    return json(status, Json.write(Map.of("errors", List.of(error))));
  }

  public static Reply notFound() {
    return error(404, "resource_not_found", "Resource not found");
  }

  public Reply with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Reply(status, contentType, body, List.copyOf(more));
  }

  public Reply withCookies(List<String> directives) {
    Reply reply = this;
    for (String directive : directives) {
      reply = reply.with("Set-Cookie", directive);
    }
    return reply;
  }

  /** Names the reply without its body and headers. */
  @Override
  public String toString() {
    return status + " " + contentType;
  }
}
