package io.github.clerkjakarta.internal.csp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Directives that the settings add, read as {@code @clerk/nextjs} reads its own. */
final class CustomDirectives {

  private static final Set<String> KEYWORDS =
      Set.of(
          "none",
          "report-sample",
          "self",
          "strict-dynamic",
          "unsafe-eval",
          "unsafe-hashes",
          "unsafe-inline",
          "wasm-unsafe-eval");

  private CustomDirectives() {}

  /** What Clerk needs, and these besides; {@code 'none'} in place of all. */
  static Map<String, List<String>> with(
      Map<String, List<String>> needed, Map<String, List<String>> custom) {
    Map<String, List<String>> all = new LinkedHashMap<>(needed);
    custom.forEach(
        (name, values) -> {
          List<String> quoted = values.stream().map(CustomDirectives::quoted).toList();
          all.put(
              name, List.copyOf(Directives.joined(needed.getOrDefault(name, List.of()), quoted)));
        });
    return all;
  }

  /** A keyword may be written without its quotes. */
  private static String quoted(String value) {
    return KEYWORDS.contains(value) ? "'" + value + "'" : value;
  }
}
