package io.github.clerkjakarta.testkit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as read off the socket. Parameters are those of the query and of the body. */
record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> body,
    Map<String, String> cookies,
    Optional<String> authorization,
    Optional<String> origin,
    String host) {

  private static final int MAX_BODY_BYTES = 64 * 1024;

  static Call read(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    return new Call(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Query.parse(exchange.getRequestURI().getRawQuery()),
        body(exchange, headers),
        cookies(headers),
        Optional.ofNullable(headers.getFirst("Authorization")),
        Optional.ofNullable(headers.getFirst("Origin")),
        Optional.ofNullable(headers.getFirst("Host")).orElse(""));
  }

  /** A parameter that is there and not blank; a value of the body wins over the query's. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(body.getOrDefault(name, query.get(name)))
        .filter(value -> !value.isBlank());
  }

  Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  /** A form, or the texts of a JSON object. */
  private static Map<String, String> body(HttpExchange exchange, Headers headers)
      throws IOException {
    String contentType = headers.getFirst("Content-Type");
    boolean form =
        contentType != null && contentType.startsWith("application/x-www-form-urlencoded");
    boolean json = contentType != null && contentType.startsWith("application/json");
    if (!form && !json) {
      return Map.of();
    }
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
    return json ? Json.texts(body) : Query.parse(new String(body, StandardCharsets.UTF_8));
  }

  private static Map<String, String> cookies(Headers headers) {
    Map<String, String> cookies = new HashMap<>();
    for (String header : headers.getOrDefault("Cookie", List.of())) {
      for (String pair : header.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          cookies.putIfAbsent(pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
        }
      }
    }
    return cookies;
  }

  /** Names the call without its parameters, cookies and credentials. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
