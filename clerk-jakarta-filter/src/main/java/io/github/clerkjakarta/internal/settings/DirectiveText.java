package io.github.clerkjakarta.internal.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the directives of a Content Security Policy are written in a setting. */
public final class DirectiveText {

  /** Those of Content Security Policy Level 3, and of the specifications that add to it. */
  private static final Set<String> NAMES =
      Set.of(
          "base-uri",
          "block-all-mixed-content",
          "child-src",
          "connect-src",
          "default-src",
          "fenced-frame-src",
          "font-src",
          "form-action",
          "frame-ancestors",
          "frame-src",
          "img-src",
          "manifest-src",
          "media-src",
          "object-src",
          "report-to",
          "report-uri",
          "require-trusted-types-for",
          "sandbox",
          "script-src",
          "script-src-attr",
          "script-src-elem",
          "style-src",
          "style-src-attr",
          "style-src-elem",
          "trusted-types",
          "upgrade-insecure-requests",
          "worker-src");

  private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e&&[^,;]]+");

  private DirectiveText() {}

  /**
   * Directives with semicolons between them. A line break within one becomes part of its name or of
   * a value, which then is none.
   *
   * @throws IllegalArgumentException when one is there twice
   */
  static Map<String, List<String>> read(String text) {
    Map<String, List<String>> directives = new LinkedHashMap<>();
    for (String each : text.split(";", -1)) {
      String directive = each.strip();
      if (directive.isEmpty()) {
        continue;
      }
      List<String> parts = new ArrayList<>(List.of(directive.split("[ \t]+")));
      if (directives.put(parts.remove(0), parts) != null) {
        throw new IllegalArgumentException("A directive is there twice");
      }
    }
    return directives;
  }

  /** Whether these are directives with values that end neither the directive nor the header. */
  static boolean areDirectives(Map<String, List<String>> directives) {
    Stream<String> names =
        directives.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct();
    return names.filter(NAMES::contains).count() == directives.size()
        && directives.values().stream().allMatch(DirectiveText::areValues);
  }

  /** Whether each can be a value of a directive. */
  public static boolean areValues(List<String> values) {
    return values.stream().allMatch(value -> VALUE.matcher(value).matches());
  }

  /** Names in lower case, as an unmodifiable copy. */
  static Map<String, List<String>> canonical(Map<String, List<String>> directives) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    directives.forEach(
        (name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return Collections.unmodifiableMap(copy);
  }
}
