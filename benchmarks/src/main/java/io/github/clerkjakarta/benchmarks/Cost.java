package io.github.clerkjakarta.benchmarks;

/**
 * What one operation costs.
 *
 * @param name the workload
 * @param ratio its time in units of one bare RSA-2048 verification: the median of all rounds
 * @param bytes what it allocates
 */
record Cost(String name, double ratio, long bytes) {}
