package io.github.clerkjakarta.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One path pattern in the language of the npm package path-to-regexp, version 6: {@code :name},
 * {@code (regular expression)}, {@code {group}} and the modifiers {@code ?}, {@code *} and {@code
 * +}.
 *
 * @param regex the regular expression that it stands for, anchored at both ends
 * @param keys what the groups of the regular expression hold, in order
 */
record PathExpression(String regex, List<Key> keys) {

  private static final String DELIMITERS = "/#?";
  private static final String PREFIXES = "./";
  private static final String MODIFIERS = "*+?";
  private static final String SPECIAL = ".+*?=^!:${}()[]|/\\";

  /**
   * A parameter of the pattern.
   *
   * @param name its name, or its number where it has none
   * @param separator what stands between two values of a parameter that repeats; empty where it
   *     doesn't
   */
  record Key(String name, String separator) {}

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it isn't one
   */
  static PathExpression parse(String pattern) {
    PathExpression expression = new Reader(pattern).read();
    try {
      Pattern.compile(expression.regex());
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getDescription(), e);
    }
    return expression;
  }

  private static String escaped(String literal) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      text.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return text.toString();
  }

  /** Goes through a pattern once, from left to right. */
  private static final class Reader {

    private final String pattern;
    private final StringBuilder regex = new StringBuilder("^");
    private final List<Key> keys = new ArrayList<>();
    private int position;
    private int unnamed;
    private boolean parameterBefore;
    private String literal = "";
    private String literalBefore = "";

    Reader(String pattern) {
      this.pattern = pattern;
    }

    PathExpression read() {
      while (position < pattern.length()) {
        char next = pattern.charAt(position);
        if (next == '{') {
          group();
        } else if (next == ':' || next == '(') {
          parameter("");
        } else if (next == '\\') {
          literal += escapedCharacter();
        } else if (next == '}' || MODIFIERS.indexOf(next) >= 0) {
          throw wrong("Unexpected " + next);
        } else {
          character();
        }
      }
      endLiteral();
      return new PathExpression(regex + "[\\/#\\?]?\\z", List.copyOf(keys));
    }

    /** A character; one that may lead a parameter belongs to it. */
    private void character() {
      String character = take();
      boolean leads = PREFIXES.contains(character) && isAt(":", "(");
      if (leads) {
        parameter(character);
      } else {
        literal += character;
      }
    }

    private void parameter(String prefix) {
      endLiteral();
      String name = isAt(":") ? name() : "";
      String custom = isAt("(") ? custom() : "";
      append(prefix, name, custom, "");
    }

    private void group() {
      endLiteral();
      position++;
      String prefix = text();
      String name = isAt(":") ? name() : "";
      String custom = isAt("(") ? custom() : "";
      String suffix = text();
      if (!isAt("}")) {
        throw wrong("Missing }");
      }
      position++;
      if (name.isEmpty() && custom.isEmpty()) {
        regex.append("(?:").append(escaped(prefix + suffix)).append(")").append(modifier());
        before(true, "");
      } else {
        append(prefix, name, custom, suffix);
      }
    }

    private void append(String prefix, String name, String custom, String suffix) {
      String value = custom.isEmpty() ? anySegment(prefix) : custom;
      String modifier = modifier();
      boolean repeats = modifier.equals("*") || modifier.equals("+");
      if (repeats && (prefix + suffix).isEmpty()) {
        throw wrong("Can't repeat a parameter without a prefix or suffix");
      }
      keys.add(
          new Key(
              name.isEmpty() ? String.valueOf(unnamed++) : name, repeats ? prefix + suffix : ""));
      String start = escaped(prefix);
      String end = escaped(suffix);
      if (repeats) {
        String more = "(?:" + end + start + "(?:" + value + "))*";
        regex.append("(?:").append(start).append("((?:").append(value).append(")").append(more);
        regex.append(")").append(end).append(")").append(modifier.equals("*") ? "?" : "");
      } else if (prefix.isEmpty() && suffix.isEmpty()) {
        regex.append("(").append(value).append(")").append(modifier);
      } else {
        regex.append("(?:").append(start).append("(").append(value).append(")").append(end);
        regex.append(")").append(modifier);
      }
      before(true, "");
    }

    /**
     * What a parameter without an expression of its own stands for: anything up to what follows.
     */
    private String anySegment(String prefix) {
      String text = prefix.isEmpty() ? literalBefore : prefix;
      if (parameterBefore && text.isEmpty()) {
        throw wrong("Must have text between two parameters");
      }
      String segment = "[^" + escaped(DELIMITERS) + "]";
      boolean delimited = text.isEmpty() || text.chars().anyMatch(c -> DELIMITERS.indexOf(c) >= 0);
      return delimited ? segment + "+?" : "(?:(?!" + escaped(text) + ")" + segment + ")+?";
    }

    private void endLiteral() {
      if (!literal.isEmpty()) {
        regex.append(escaped(literal));
        before(false, literal);
        literal = "";
      }
    }

    private void before(boolean parameter, String text) {
      parameterBefore = parameter;
      literalBefore = text;
    }

    private String name() {
      int start = ++position;
      while (position < pattern.length() && isWordCharacter(pattern.charAt(position))) {
        position++;
      }
      if (start == position) {
        throw wrong("Missing parameter name");
      }
      return pattern.substring(start, position);
    }

    private String custom() {
      int start = ++position;
      if (isAt("?")) {
        throw wrong("A group can't start with ?");
      }
      int depth = 1;
      while (depth > 0) {
        if (position >= pattern.length()) {
          throw wrong("Unbalanced (");
        }
        char c = pattern.charAt(position++);
        if (c == '\\') {
          position++;
        } else if (c == ')') {
          depth--;
        } else if (c == '(') {
          depth++;
          if (!isAt("?")) {
            throw wrong("Capturing groups are not allowed");
          }
        }
      }
      String custom = pattern.substring(start, position - 1);
      if (custom.isEmpty()) {
        throw wrong("Missing expression");
      }
      return custom;
    }

    private String text() {
      StringBuilder text = new StringBuilder();
      while (position < pattern.length() && !isAt("{", "}", ":", "(", "*", "+", "?")) {
        text.append(isAt("\\") ? escapedCharacter() : take());
      }
      return text.toString();
    }

    private String escapedCharacter() {
      position++;
      if (position >= pattern.length()) {
        throw wrong("Nothing is escaped");
      }
      return take();
    }

    private String modifier() {
      return isAt("*", "+", "?") ? take() : "";
    }

    private String take() {
      return String.valueOf(pattern.charAt(position++));
    }

    private boolean isAt(String... starts) {
      for (String start : starts) {
        if (pattern.startsWith(start, position)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isWordCharacter(char c) {
      return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    private IllegalArgumentException wrong(String fault) {
      return new IllegalArgumentException(fault + " at " + position);
    }
  }
}
