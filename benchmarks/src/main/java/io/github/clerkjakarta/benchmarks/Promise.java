package io.github.clerkjakarta.benchmarks;

/**
 * What a request may cost at most.
 *
 * @param ratio in units of one bare RSA-2048 verification
 * @param bytes what it may allocate
 */
record Promise(double ratio, long bytes) {

  private static final long ONE_KILOBYTE = 1024;

  /** Of a token that was seen before. */
  static Promise seen(double ratio) {
    return new Promise(ratio, ONE_KILOBYTE);
  }

  /** Of a token that nobody has seen: verifying it allocates what the JDK needs for it. */
  static Promise neverSeen(double ratio) {
    return new Promise(ratio, Long.MAX_VALUE);
  }
}
