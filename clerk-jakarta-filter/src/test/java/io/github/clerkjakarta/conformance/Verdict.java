package io.github.clerkjakarta.conformance;

import java.util.List;

/**
 * What the judge says of one vector.
 *
 * @param vector the vector
 * @param differences the ids of the differences on purpose that it was judged by
 * @param mismatches what isn't as it should be
 */
record Verdict(Vector vector, List<String> differences, List<Mismatch> mismatches) {

  private static final int MOST_LINES = 3;

  boolean failed() {
    return !mismatches.isEmpty();
  }

  boolean differs() {
    return !failed() && !differences.isEmpty();
  }

  /** The first lines about a failure; one line about a difference. */
  String lines() {
    StringBuilder lines = new StringBuilder(differs() ? "differs " : "FAILED ");
    lines.append(vector.id()).append(' ').append(vector.title());
    if (!differences.isEmpty()) {
      lines.append(" (by ").append(String.join(", ", differences)).append(')');
    }
    mismatches.stream()
        .limit(MOST_LINES)
        .forEach(mismatch -> lines.append("\n    ").append(mismatch.line()));
    if (mismatches.size() > MOST_LINES) {
      lines.append("\n    and ").append(mismatches.size() - MOST_LINES).append(" more");
    }
    return lines.toString();
  }
}
