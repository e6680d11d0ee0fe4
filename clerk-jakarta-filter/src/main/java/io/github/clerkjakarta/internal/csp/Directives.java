package io.github.clerkjakarta.internal.csp;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The directives of one policy by name, in the order in which they are written. */
final class Directives {

  static final String NONE = "'none'";

  private final Map<String, Set<String>> values = new LinkedHashMap<>();

  /** The same, to be changed. */
  Directives copy() {
    Directives copy = new Directives();
    values.forEach(copy::put);
    return copy;
  }

  /** Whether a directive is there. */
  boolean contain(String name) {
    return values.containsKey(name);
  }

  /** The values of a directive; none where it isn't there. */
  Set<String> of(String name) {
    return values.getOrDefault(name, Set.of());
  }

  /** Says a directive, in place of what it said before. */
  void put(String name, Collection<String> said) {
    values.put(name, new LinkedHashSet<>(said));
  }

  /** Says a directive, unless it is there: the first one counts (CSP Level 3, section 2.2.1). */
  void putIfAbsent(String name, Collection<String> said) {
    if (!contain(name)) {
      put(name, said);
    }
  }

  /** Whether values let in nothing, whatever else is among them. */
  static boolean areNone(Collection<String> values) {
    return values.stream().anyMatch(NONE::equalsIgnoreCase);
  }

  /** Values with more of them; {@code 'none'} among these lets in nothing. */
  static Set<String> joined(Collection<String> some, Collection<String> more) {
    if (areNone(more)) {
      return new LinkedHashSet<>(Set.of(NONE));
    }
    Set<String> all = new LinkedHashSet<>(some);
    if (!more.isEmpty()) {
      all.removeIf(NONE::equalsIgnoreCase);
    }
    all.addAll(more);
    return all;
  }

  /** The policy as a header has it. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(each -> (each.getKey() + " " + String.join(" ", each.getValue())).strip())
        .collect(Collectors.joining("; "));
  }
}
