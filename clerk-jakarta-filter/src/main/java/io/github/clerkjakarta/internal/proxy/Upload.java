package io.github.clerkjakarta.internal.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The body of a request on its way to Clerk. It is read when Clerk takes it, on a thread of the
 * HTTP client, which waits for the browser.
 */
final class Upload extends InputStream {

  private final InputStream in;
  private final ReentrantLock turn = new ReentrantLock();
  private boolean over;
  private boolean failed;

  Upload(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    turn.lock();
    try {
      if (over) {
        throw new IOException("This exchange is over.");
      }
      return in.read(into, offset, length);
    } catch (IOException e) {
      failed = true;
      throw e;
    } finally {
      turn.unlock();
    }
  }

  /** Ends it: from here on nothing is read. */
  void cancel() {
    turn.lock();
    try {
      over = true;
    } finally {
      turn.unlock();
    }
  }

  /** Whether the browser hasn't sent all that it said it would. */
  boolean hasFailed() {
    turn.lock();
    try {
      return failed;
    } finally {
      turn.unlock();
    }
  }
}
