package io.github.clerkjakarta.testkit.internal.clerkjs;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Reads the plain files of a gzipped tar archive in the ustar format (POSIX.1-1988). */
public final class Tarball {

  /** Takes a file; the name is as it stands in the archive. */
  @FunctionalInterface
  public interface Taker {
    void take(String name, byte[] content) throws IOException;
  }

  private static final int BLOCK = 512;

  private Tarball() {}

  public static void read(InputStream archive, Taker taker) throws IOException {
    try (InputStream in = new GZIPInputStream(archive)) {
      byte[] header = in.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        int size = size(header);
        byte[] content = in.readNBytes(size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (content.length < size) {
          throw new EOFException("the archive ends within " + name(header));
        }
        boolean plain = header[156] == '0' || header[156] == 0;
        if (plain) {
          taker.take(name(header), content);
        }
        header = in.readNBytes(BLOCK);
      }
    }
  }

  private static String name(byte[] header) {
    String name = text(header, 0, 100);
    String prefix = text(header, 345, 155);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static int size(byte[] header) throws IOException {
    try {
      return Integer.parseInt(text(header, 124, 12).strip(), 8);
    } catch (NumberFormatException e) {
      throw new IOException("the archive has a file of unknown size", e);
    }
  }

  private static String text(byte[] header, int start, int length) {
    int end = start;
    while (end < start + length && header[end] != 0) {
      end++;
    }
    return new String(header, start, end - start, StandardCharsets.UTF_8);
  }
}
