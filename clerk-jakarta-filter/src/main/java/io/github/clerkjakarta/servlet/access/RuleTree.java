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
  private @Nullable Access here;
  private @Nullable Access below;

  /** Adds a rule; false when there is one for this pattern already. */
  boolean add(PathPattern pattern, Access access) {
    RuleTree node = this;
    for (String segment : pattern.segments()) {
      node = node.next.computeIfAbsent(segment, name -> new RuleTree());
    }
    if (pattern.rest()) {
      boolean free = node.below == null;
      node.below = access;
      return free;
    }
    boolean free = node.here == null;
    node.here = access;
    return free;
  }

  /**
   * The rule of the most specific pattern: from left to right, a literal segment is more specific
   * than {@code *}, and {@code *} is more specific than {@code **}.
   */
  Optional<Access> find(String path) {
    return Optional.ofNullable(find(PathSegments.of(path), 0));
  }

  private @Nullable Access find(List<String> segments, int depth) {
    if (depth == segments.size()) {
      return here == null ? below : here;
    }
    String segment = segments.get(depth);
    // A segment that is literally * must not count twice.
    RuleTree literal = segment.equals(PathPattern.ANY_SEGMENT) ? null : next.get(segment);
    Access found = literal == null ? null : literal.find(segments, depth + 1);
    if (found == null && !segment.isEmpty()) {
      RuleTree any = next.get(PathPattern.ANY_SEGMENT);
      found = any == null ? null : any.find(segments, depth + 1);
    }
    return found == null ? below : found;
  }
}
