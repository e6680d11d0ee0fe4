package io.github.clerkjakarta.internal.access;

import io.github.clerkjakarta.servlet.access.PathAccess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules as a tree of segments. A look-up visits a node at most once, so that it takes time linear
 * in the path and the rules, whatever they are.
 */
public final class RuleTree {

  private final Map<String, RuleTree> next = new HashMap<>();
  private @Nullable PathRule here;
  private @Nullable PathRule below;

  /** A tree without rules. */
  public RuleTree() {}

  /** Adds a rule; false when there is one for this pattern already. */
  public boolean add(PathRule rule) {
    RuleTree node = this;
    for (String segment : rule.pattern().segments()) {
      node = node.next.computeIfAbsent(segment, name -> new RuleTree());
    }
    if (rule.pattern().rest()) {
      boolean free = node.below == null;
      node.below = rule;
      return free;
    }
    boolean free = node.here == null;
    node.here = rule;
    return free;
  }

  /**
   * What a path asks by the rule of the most specific pattern: from left to right, a literal
   * segment is more specific than {@code *} or a name, and these are more specific than {@code **}.
   * Empty when no rule names the path.
   */
  public Optional<PathAccess> accessTo(String path) {
    List<String> segments = PathPattern.segmentsOf(path);
    return Optional.ofNullable(find(segments, 0)).map(rule -> rule.accessTo(segments));
  }

  /** Whether the rule that counts for a path is for this path alone. */
  public boolean names(String path) {
    PathRule rule = find(PathPattern.segmentsOf(path), 0);
    return rule != null && rule.pattern().text().equals(path);
  }

  private @Nullable PathRule find(List<String> segments, int depth) {
    if (depth == segments.size()) {
      return here == null ? below : here;
    }
    String segment = segments.get(depth);
    // A segment that is literally * must not count twice.
    RuleTree literal = segment.equals(PathPattern.ANY_SEGMENT) ? null : next.get(segment);
    PathRule found = literal == null ? null : literal.find(segments, depth + 1);
    if (found == null && !segment.isEmpty()) {
      RuleTree any = next.get(PathPattern.ANY_SEGMENT);
      found = any == null ? null : any.find(segments, depth + 1);
    }
    return found == null ? below : found;
  }
}
