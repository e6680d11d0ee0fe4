package io.github.clerkjakarta.servlet.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules as a tree of segments. A look-up visits a node at most once, so that it takes time
 * linear in the path and the rules, whatever they are.
 */
final class RuleTree {

  private final Map<String, RuleTree> next = new HashMap<>();
  private @Nullable Rule here;
  private @Nullable Rule below;

  /** Adds a rule; false when there is one for this pattern already. */
  boolean add(PathPattern pattern, Rule rule) {
    RuleTree node = this;
    for (String segment : pattern.segments()) {
      node = node.next.computeIfAbsent(segment, name -> new RuleTree());
    }
    if (pattern.rest()) {
      boolean free = node.below == null;
      node.below = rule;
      return free;
    }
    boolean free = node.here == null;
    node.here = rule;
    return free;
  }

  /**
   * The rule of the most specific pattern: from left to right, a literal segment is more specific
   * than {@code *} or a name, and these are more specific than {@code **}.
   */
  Optional<Rule> find(List<String> segments) {
    return Optional.ofNullable(find(segments, 0));
  }

  private @Nullable Rule find(List<String> segments, int depth) {
    if (depth == segments.size()) {
      return here == null ? below : here;
    }
    String segment = segments.get(depth);
    // A segment that is literally * must not count twice.
    RuleTree literal = segment.equals(PathPattern.ANY_SEGMENT) ? null : next.get(segment);
    Rule found = literal == null ? null : literal.find(segments, depth + 1);
    if (found == null && !segment.isEmpty()) {
      RuleTree any = next.get(PathPattern.ANY_SEGMENT);
      found = any == null ? null : any.find(segments, depth + 1);
    }
    return found == null ? below : found;
  }
}
