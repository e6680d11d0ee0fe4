package io.github.clerkjakarta.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts verdicts and prints what has to be known. */
public final class Report {

  private static final int MOST_FAILURES_SHOWN = 200;

  private final List<Verdict> failed = new ArrayList<>();
  private int passed;
  private int differed;
  private final Map<String, Integer> skipped = new TreeMap<>();

  void add(Verdict verdict) {
    if (verdict.failed()) {
      failed.add(verdict);
      if (failed.size() <= MOST_FAILURES_SHOWN) {
        System.out.println(verdict.lines());
      }
    } else if (verdict.differs()) {
      System.out.println(verdict.lines());
      differed++;
    } else {
      passed++;
    }
  }

  void skip(Vector vector) {
    skipped.merge(vector.theme() + ", kind " + vector.kind(), 1, Integer::sum);
  }

  /** The last lines: what isn't judged yet, and how it went. */
  public String summary() {
    StringBuilder summary = new StringBuilder();
    skipped.forEach(
        (what, count) ->
            summary
                .append("not yet judged: ")
                .append(count)
                .append(" of ")
                .append(what)
                .append('\n'));
    return summary
        + "conformance: %d passed, %d failed, %d differ, %d skipped"
            .formatted(
                passed,
                failed.size(),
                differed,
                skipped.values().stream().mapToInt(Integer::intValue).sum());
  }
}
