package io.github.clerkjakarta.conformance;

import java.util.ArrayList;
import java.util.List;

/** Counts verdicts and prints what has to be known. */
public final class Report {

  private static final int MOST_FAILURES_SHOWN = 200;

  private final List<Verdict> failed = new ArrayList<>();
  private int passed;
  private int differed;
  private int skipped;

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

  void skip(VectorFile file) {
    skipped += file.vectors().size();
    System.out.println("not yet judged: " + file.theme());
  }

  /** The last line. */
  public String summary() {
    return "conformance: %d passed, %d failed, %d differ, %d skipped"
        .formatted(passed, failed.size(), differed, skipped);
  }
}
