package io.github.clerkjakarta.benchmarks;

/** Something whose cost is of interest, one operation at a time. Belongs to one thread. */
interface Workload {

  /** What it is called in the table. */
  String name();

  /** Makes what the next operations need, as a container would have; isn't measured. */
  void prepare(int operations);

  /**
   * Does one of the operations that were prepared.
   *
   * @return whether the answer was right
   */
  boolean run(int operation) throws Exception;
}
