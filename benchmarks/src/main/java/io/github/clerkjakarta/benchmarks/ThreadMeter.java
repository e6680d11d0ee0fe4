package io.github.clerkjakarta.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures what the current thread does: its own processor time, which other threads and processes
 * can't take from it, and the memory it asks for. Compilation and collection, which other threads
 * do, are no part of it.
 */
final class ThreadMeter {

  private static final int BATCH = 64;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What was measured: so many operations in so much time, with so much memory. */
  record Reading(long operations, long nanoseconds, long bytes) {

    static final Reading NOTHING = new Reading(0, 0, 0);

    double nanosecondsEach() {
      return (double) nanoseconds / operations;
    }

    Reading plus(Reading more) {
      return new Reading(
          operations + more.operations, nanoseconds + more.nanoseconds, bytes + more.bytes);
    }
  }

  /**
   * Runs a workload for a slice of time. It is prepared for a few operations at once: few enough
   * that what was prepared is still in the processor's cache, where a container has just put it.
   *
   * @throws IllegalStateException when an operation gives a wrong answer: its cost means nothing
   */
  Reading run(Workload workload, long nanoseconds) {
    Reading sum = Reading.NOTHING;
    while (sum.nanoseconds() < nanoseconds) {
      workload.prepare(BATCH);
      sum = sum.plus(runBatch(workload));
    }
    return sum;
  }

  private Reading runBatch(Workload workload) {
    int right = 0;
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long start = threads.getCurrentThreadCpuTime();
    try {
      for (int i = 0; i < BATCH; i++) {
        if (workload.run(i)) {
          right++;
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException(workload.name() + " failed", e);
    }
    long nanoseconds = threads.getCurrentThreadCpuTime() - start;
    bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
    if (right != BATCH) {
      throw new IllegalStateException(workload.name() + " gave a wrong answer");
    }
    return new Reading(BATCH, nanoseconds, bytes);
  }
}
