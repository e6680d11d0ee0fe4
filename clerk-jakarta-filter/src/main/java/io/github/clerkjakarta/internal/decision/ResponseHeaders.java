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

  private final Map<String, List<String>> headers = new LinkedHashMap<>();

  ResponseHeaders add(String name, String value) {
    headers.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
    return this;
  }

  ResponseHeaders set(String name, String value) {
    headers.put(name, new ArrayList<>(List.of(value)));
    return this;
  }

  boolean has(String name) {
    return headers.containsKey(name);
  }

  Map<String, List<String>> toMap() {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return Collections.unmodifiableMap(copy);
  }
}
