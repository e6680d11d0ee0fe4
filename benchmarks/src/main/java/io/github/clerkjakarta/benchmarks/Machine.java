package io.github.clerkjakarta.benchmarks;

/** What a measurement ran on. */
final class Machine {

  private Machine() {}

  static String words() {
    return "Java %s, %d processors"
        .formatted(System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
  }
}
