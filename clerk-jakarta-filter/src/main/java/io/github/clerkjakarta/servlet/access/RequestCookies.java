package io.github.clerkjakarta.servlet.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;

/** Reads cookies off the raw headers: containers differ in what they make of unusual ones. */
final class RequestCookies {

  private RequestCookies() {}

  /** The values of all cookies of this name, in the order sent. */
  static Stream<String> values(HttpServletRequest request, String name) {
    String start = name + "=";
    return Collections.list(request.getHeaders("Cookie")).stream()
        .flatMap(header -> Arrays.stream(header.split(";")))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(start))
        .map(cookie -> cookie.substring(start.length()));
  }
}
