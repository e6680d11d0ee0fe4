package io.github.clerkjakarta.testkit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as read off the socket. Parameters are those of the query and of a form body. */
record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> form,
    Map<String, String> cookies,
    Optional<String> authorization) {

  private static final int MAX_FORM_BYTES = 64 * 1024;

  static Call read(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    return new Call(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Query.parse(exchange.getRequestURI().getRawQuery()),
        form(exchange, headers),
        cookies(headers),
        Optional.ofNullable(headers.getFirst("Authorization")));
  }

  /** A parameter that is there and not blank; a form's value wins over the query's. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(form.getOrDefault(name, query.get(name)))
        .filter(value -> !value.isBlank());
  }

  Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  private static Map<String, String> form(HttpExchange exchange, Headers headers)
      throws IOException {
    String contentType = headers.getFirst("Content-Type");
    if (contentType == null || !contentType.startsWith("application/x-www-form-urlencoded")) {
      return Map.of();
    }
    byte[] body = exchange.getRequestBody().readNBytes(MAX_FORM_BYTES);
    return Query.parse(new String(body, StandardCharsets.UTF_8));
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
