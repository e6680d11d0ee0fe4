package io.github.clerkjakarta.benchmarks;

import java.util.List;
import java.util.Locale;

/** Costs as a table in Markdown. */
final class CostTable {

  private CostTable() {}

  static String of(List<Cost> costs) {
    StringBuilder table =
        new StringBuilder("| one call | time | allocates, bytes |\n| --- | --- | --- |\n");
    for (Cost cost : costs) {
      table.append(
          String.format(
              Locale.ROOT, "| %s | %.3f | %,d |%n", cost.name(), cost.ratio(), cost.bytes()));
    }
    return table.toString();
  }
}
