package io.github.clerkjakarta.internal.web;

import org.jspecify.annotations.Nullable;

/**
 * IPv6 addresses, read in every spelling and written in the one of RFC 5952.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-ipv6-parser">URL Standard, IPv6 parser</a>
 */
final class Ipv6Address {

  private static final int PIECES = 8;

  private Ipv6Address() {}

  /** The address in brackets; null when the text is none. */
  static @Nullable String parse(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] pieces = pieces(text, true);
      return pieces != null && pieces.length == PIECES ? write(pieces) : null;
    }
    int[] before = pieces(text.substring(0, gap), false);
    int[] after = pieces(text.substring(gap + 2), true);
    if (before == null || after == null || before.length + after.length >= PIECES) {
      return null;
    }
    int[] all = new int[PIECES];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(after, 0, all, PIECES - after.length, after.length);
    return write(all);
  }

  /** The 16-bit pieces between colons, the last two maybe as an IPv4 address; null if malformed. */
  private static int @Nullable [] pieces(String text, boolean mayEndInIpv4) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", PIECES + 1);
    String last = parts[parts.length - 1];
    int[] ipv4 = mayEndInIpv4 && last.indexOf('.') >= 0 ? ipv4(last) : new int[0];
    if (ipv4 == null) {
      return null;
    }
    int hexadecimal = ipv4.length == 0 ? parts.length : parts.length - 1;
    int[] pieces = new int[hexadecimal + ipv4.length];
    for (int i = 0; i < hexadecimal; i++) {
      pieces[i] = piece(parts[i]);
      if (pieces[i] < 0) {
        return null;
      }
    }
    System.arraycopy(ipv4, 0, pieces, hexadecimal, ipv4.length);
    return pieces;
  }

  private static int piece(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int piece = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = AsciiDigits.value(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      piece = (piece << 4) | digit;
    }
    return piece;
  }

  /** The two pieces of an IPv4 address, here in its strict spelling alone; null if malformed. */
  private static int @Nullable [] ipv4(String text) {
    String[] parts = text.split("\\.", 5);
    if (parts.length != 4) {
      return null;
    }
    int address = 0;
    for (String part : parts) {
      int number = 0;
      for (int i = 0; i < part.length(); i++) {
        int digit = AsciiDigits.value(part.charAt(i), 10);
        number = number * 10 + digit;
        boolean leadingZero = i > 0 && part.charAt(0) == '0';
        if (digit < 0 || leadingZero || number > 0xFF) {
          return null;
        }
      }
      if (part.isEmpty()) {
        return null;
      }
      address = (address << 8) | number;
    }
    return new int[] {address >>> 16, address & 0xFFFF};
  }

  private static String write(int[] pieces) {
    int gapStart = -1;
    int gapLength = 1;
    for (int i = 0; i < PIECES; i++) {
      int run = 0;
      while (i + run < PIECES && pieces[i + run] == 0) {
        run++;
      }
      if (run > gapLength) {
        gapStart = i;
        gapLength = run;
      }
    }
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < PIECES; i++) {
      if (i == gapStart) {
        out.append(i == 0 ? "::" : ":");
        i += gapLength - 1;
      } else {
        out.append(Integer.toHexString(pieces[i])).append(i < PIECES - 1 ? ":" : "");
      }
    }
    return out.append(']').toString();
  }
}
