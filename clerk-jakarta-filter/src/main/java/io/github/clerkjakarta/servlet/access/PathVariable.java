package io.github.clerkjakarta.servlet.access;

import java.util.regex.Pattern;

/**
 * A name in braces, {@code {slug}}: in a pattern it names a segment, elsewhere it stands for it.
 */
final class PathVariable {

  private static final Pattern SYNTAX = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_]*\\}");

  private PathVariable() {}

  static boolean is(String text) {
    return SYNTAX.matcher(text).matches();
  }

  /** Whether somebody meant to write one; no organization's id or slug has a brace. */
  static boolean isMeant(String text) {
    return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
  }

  /** The name without its braces. */
  static String name(String text) {
    return text.substring(1, text.length() - 1);
  }
}
