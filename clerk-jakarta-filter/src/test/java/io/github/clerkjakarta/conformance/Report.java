package io.github.clerkjakarta.conformance;

import java.util.ArrayList;
import java.util.List;

/** Counts verdicts and prints what has to be known. */
public final class Report {

  private static final int MOST_FAILURES_SHOWN = 200;

  private final List<Verdict> failed = new ArrayList<>();
  private int passed;
  private int differed;

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

  /** The last line: how it went. Nothing is skipped; what the judge doesn't know has failed. */
  public String summary() {
    return "conformance: %d passed, %d failed, %d differ, 0 skipped"
        .formatted(passed, failed.size(), differed);
  }
}
