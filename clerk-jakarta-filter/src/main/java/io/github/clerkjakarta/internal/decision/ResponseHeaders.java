package io.github.clerkjakarta.internal.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the headers that a decision wants on the response. Names are lower-case. */
final class ResponseHeaders {

  static final String LOCATION = "location";
  static final String SET_COOKIE = "set-cookie";
  static final String CACHE_CONTROL = "cache-control";

  private static final char LARGEST_BYTE = 0xff;

  private final Map<String, List<String>> headers = new LinkedHashMap<>();

  ResponseHeaders add(String name, String value) {
    headers.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
    return this;
  }

  ResponseHeaders set(String name, String value) {
    headers.put(name, new ArrayList<>(List.of(value)));
    return this;
  }

  /** Sets a header that only informs: one whose value no header can hold is left out. */
  ResponseHeaders setIfPossible(String name, String value) {
    return !value.isEmpty() && isHeaderValue(value) ? set(name, value) : this;
  }

  boolean has(String name) {
    return headers.containsKey(name);
  }

  Map<String, List<String>> toMap() {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return Collections.unmodifiableMap(copy);
  }

  private static boolean isHeaderValue(String value) {
    return value.chars().allMatch(c -> c <= LARGEST_BYTE && c != '\r' && c != '\n' && c != '\0');
  }
}
