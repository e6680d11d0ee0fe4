package io.github.clerkjakarta.benchmarks;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Header names as they are asked for, each put in lower case once. Belongs to one thread. */
final class HeaderNames {

  private final Map<String, String> lowerCase = new HashMap<>();

  String inLowerCase(String name) {
    return lowerCase.computeIfAbsent(name, it -> it.toLowerCase(Locale.ROOT));
  }
}
