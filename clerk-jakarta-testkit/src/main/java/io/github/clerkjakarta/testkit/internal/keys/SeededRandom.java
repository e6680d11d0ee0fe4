package io.github.clerkjakarta.testkit.internal.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/**
 * The same bits from the same seed on every Java runtime: SHA-256 of the seed and a counter.
 * Whoever knows the seed knows the keys, which is what it is for.
 */
public final class SeededRandom extends Random {

  private final byte[] seed;
  private long counter;

  public SeededRandom(String seed) {
    super(0);
    this.seed = seed.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void nextBytes(byte[] bytes) {
    for (int done = 0; done < bytes.length; done += 32) {
      byte[] block = digest(counter++);
      System.arraycopy(block, 0, bytes, done, Math.min(32, bytes.length - done));
    }
  }

  @Override
  protected synchronized int next(int bits) {
    return ByteBuffer.wrap(digest(counter++)).getInt() >>> (32 - bits);
  }

  private byte[] digest(long count) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(seed);
      return digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(count).array());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }
}
