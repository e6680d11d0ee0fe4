package io.github.clerkjakarta.benchmarks;

import java.util.logging.Level;
import java.util.logging.LogManager;

/** Leaves the output to the figures: a filter reports its start, and here many are started. */
final class Quiet {

  private Quiet() {}

  static void down() {
    LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
  }
}
