package io.github.clerkjakarta.internal.jetty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The order of filter mappings in a chain. */
final class FilterOrder {

  private FilterOrder() {}

  /** Moves those to be moved, as far as they are ahead of the last one of the others, behind it. */
  static <M> List<M> behind(List<M> mappings, Predicate<M> others, Predicate<M> moved) {
    int end = mappings.size();
    while (end > 0 && !others.test(mappings.get(end - 1))) {
      end--;
    }
    List<M> ahead = mappings.subList(0, end);
    List<M> ordered = new ArrayList<>(ahead);
    ordered.removeIf(moved);
    ahead.stream().filter(moved).forEach(ordered::add);
    ordered.addAll(mappings.subList(end, mappings.size()));
    return ordered;
  }
}
