package io.github.clerkjakarta.benchmarks;

/**
 * What requests are sent to.
 *
 * @param <R> a request as it has come in
 */
interface Recipient<R> extends AutoCloseable {

  /** A request of which nobody has seen the text before, as a container would have read it. */
  R request(Carrier carrier, String token);

  /**
   * What is measured.
   *
   * @return whether the answer was right
   */
  boolean receive(R request) throws Exception;

  @Override
  void close();
}
