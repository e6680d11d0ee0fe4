package io.github.clerkjakarta.sample.server;

/** One life of an unmodified server on 127.0.0.1, which ends with this JVM at the latest. */
public interface Server extends AutoCloseable {

  /** The port of the applications. */
  int port();

  /** Returns when the server has ended by itself. */
  int waitFor() throws InterruptedException;

  /** Ends the server and returns when it has ended. */
  @Override
  void close();
}
