package io.github.clerkjakarta.internal.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Several path patterns, of which the first that matches a path counts.
 *
 * <p>Regular expressions can take very long for some paths. Matching here ends after a number of
 * steps that is proportional to the path's length; the path then matches nothing.
 */
public final class PathPatterns {

  private static final int STEPS_PER_CHARACTER = 500;

  private final Pattern pattern;
  private final List<PathExpression.Key> keys;

  private PathPatterns(Pattern pattern, List<PathExpression.Key> keys) {
    this.pattern = pattern;
    this.keys = keys;
  }

  /**
   * These patterns. An empty list matches every path, without parameters, as path-to-regexp does.
   *
   * @throws IllegalArgumentException with the pattern that isn't one
   */
  public static PathPatterns of(List<String> patterns) {
    List<String> alternatives = new ArrayList<>();
    List<PathExpression.Key> keys = new ArrayList<>();
    for (String text : patterns) {
      PathExpression expression = expression(text);
      alternatives.add(expression.regex());
      keys.addAll(expression.keys());
    }
    String either = "(?:" + String.join("|", alternatives) + ")";
    return new PathPatterns(Pattern.compile(either, Pattern.CASE_INSENSITIVE), keys);
  }

  /** The parameters of a path, by name; null when it matches no pattern. */
  public @Nullable Map<String, Parameter> match(String path) {
    Matcher matcher = pattern.matcher(new StepLimit(path, STEPS_PER_CHARACTER));
    try {
      return matcher.find() ? parameters(matcher) : null;
    } catch (StepLimit.Exceeded | StackOverflowError e) {
      // What repeats in a pattern, Java matches by recursion.
      return null;
    }
  }

  /**
   * The value of a parameter.
   *
   * @param text what the path has; of one that repeats, all values with commas between them
   * @param repeats whether the pattern lets it repeat, which makes it a list
   */
  public record Parameter(String text, boolean repeats) {}

  private Map<String, Parameter> parameters(Matcher matcher) {
    Map<String, Parameter> parameters = new HashMap<>();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String value = matcher.group(group);
      if (value != null) {
        PathExpression.Key key = keys.get(group - 1);
        boolean repeats = !key.separator().isEmpty();
        String text = repeats ? value.replace(key.separator(), ",") : value;
        parameters.put(key.name(), new Parameter(text, repeats));
      }
    }
    return parameters;
  }

  private static PathExpression expression(String text) {
    try {
      return PathExpression.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"" + text + "\": " + e.getMessage(), e);
    }
  }

  /**
   * A text that can be looked at only so often, which bounds a regular expression's backtracking.
   */
  private static final class StepLimit implements CharSequence {

    private final CharSequence text;
    private final int[] left;

    StepLimit(String text, int stepsPerCharacter) {
      this(text, new int[] {(text.length() + 1) * stepsPerCharacter});
    }

    private StepLimit(CharSequence text, int[] left) {
      this.text = text;
      this.left = left;
    }

    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new Exceeded();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new StepLimit(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
      return text.toString();
    }

    /** That the limit is reached. */
    static final class Exceeded extends RuntimeException {
      private static final long serialVersionUID = 1L;

      Exceeded() {
        super("Too many steps", null, false, false);
      }
    }
  }
}
