package io.github.clerkjakarta.internal.web;

import java.net.IDN;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * The host parser of the URL Standard. It never throws: what is no host is null.
 *
 * @see <a href="https://url.spec.whatwg.org/#host-parsing">URL Standard, 3.5</a>
 */
final class HostParser {

  private static final String FORBIDDEN = " #%/:<>?@[\\]^|\u007F";

  /**
   * What IDNA 2003 makes another host of than UTS 46: sharp s, final sigma, the joiners, the
   * Mongolian soft hyphen, and letters of Hangul and Khmer that can't be seen.
   */
  private static final String DEVIATIONS = "\u00DF\u03C2\u200C\u200D\u1806\u115F\u1160\u17B4\u17B5";

  private static final String PUNYCODE = "xn--";
  private static final String LABEL_SEPARATORS = ".\u3002\uFF0E\uFF61";

  private HostParser() {}

  /** The host as a URL writes it; null when it is none. */
  static @Nullable String parse(String text) {
    if (text.startsWith("[")) {
      return text.endsWith("]") ? Ipv6Address.parse(text.substring(1, text.length() - 1)) : null;
    }
    String domain = asciiDomain(PercentDecoding.leniently(text));
    if (domain == null || domain.isEmpty() || hasForbidden(domain)) {
      return null;
    }
    return Ipv4Address.isMeant(domain) ? Ipv4Address.parse(domain) : domain;
  }

  /**
   * The domain in lower case and Punycode. The Standard asks for UTS 46; the JDK has IDNA 2003 over
   * Unicode 3.2, which knows fewer characters. Names that it refuses or reads differently are
   * refused here, so the host is never another one than a browser would go to. Browsers send hosts
   * in Punycode, which passes unchecked.
   */
  private static @Nullable String asciiDomain(String domain) {
    if (domain.chars().allMatch(c -> c < 0x80)) {
      return InfraStrings.asciiLowercase(domain);
    }
    String normalised = Normalizer.normalize(domain, Normalizer.Form.NFKC);
    if (countOf(LABEL_SEPARATORS, normalised) != countOf(LABEL_SEPARATORS, domain)
        || countOf(DEVIATIONS, normalised) > 0) {
      return null;
    }
    try {
      String ascii = InfraStrings.asciiLowercase(IDN.toASCII(normalised));
      return isReadBack(IDN.toUnicode(ascii)) ? ascii : null;
    } catch (RuntimeException e) {
      // IllegalArgumentException, and since Java 25 a plain one for a name that is too long
      return null;
    }
  }

  private static long countOf(String characters, String text) {
    return text.chars().filter(c -> characters.indexOf(c) >= 0).count();
  }

  /** False for invalid Punycode, and for a capital whose small letter Unicode 3.2 didn't have. */
  private static boolean isReadBack(String domain) {
    return !domain.startsWith(PUNYCODE)
        && !domain.contains("." + PUNYCODE)
        && domain.codePoints().allMatch(c -> Character.toLowerCase(c) == c);
  }

  private static boolean hasForbidden(String domain) {
    for (int i = 0; i < domain.length(); i++) {
      char c = domain.charAt(i);
      if (c < ' ' || FORBIDDEN.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * IPv4 addresses in all the spellings the URL Standard takes: {@code 127.1}, {@code 0x7f.1}.
   *
   * @see <a href="https://url.spec.whatwg.org/#concept-ipv4-parser">URL Standard, IPv4 parser</a>
   */
  private static final class Ipv4Address {

    private static final long TOO_LARGE = 1L << 32;

    private Ipv4Address() {}

    /** Whether a domain's last label is a number, so that it is an address or nothing. */
    static boolean isMeant(String domain) {
      String trimmed = withoutLastDot(domain);
      String label = trimmed.substring(trimmed.lastIndexOf('.') + 1);
      return !label.isEmpty() && (number(label, 0, 10) >= 0 || number(label) >= 0);
    }

    /** The address with four decimal numbers; null when the domain is none. */
    static @Nullable String parse(String domain) {
      String[] parts = withoutLastDot(domain).split("\\.", -1);
      if (parts.length > 4) {
        return null;
      }
      long address = 0;
      for (int i = 0; i < parts.length; i++) {
        long number = parts[i].isEmpty() ? -1 : number(parts[i]);
        int bytes = i < parts.length - 1 ? 1 : 5 - parts.length;
        if (number < 0 || number >= 1L << (8 * bytes)) {
          return null;
        }
        address = (address << (8 * bytes)) | number;
      }
      return (address >> 24)
          + "."
          + ((address >> 16) & 0xFF)
          + "."
          + ((address >> 8) & 0xFF)
          + "."
          + (address & 0xFF);
    }

    private static String withoutLastDot(String domain) {
      return domain.endsWith(".") && domain.length() > 1
          ? domain.substring(0, domain.length() - 1)
          : domain;
    }

    /** A number in the radix its prefix says, capped at 2^32; -1 when it is none. */
    private static long number(String text) {
      if (text.startsWith("0x") || text.startsWith("0X")) {
        return number(text, 2, 16);
      }
      return text.length() > 1 && text.charAt(0) == '0' ? number(text, 1, 8) : number(text, 0, 10);
    }

    private static long number(String text, int start, int radix) {
      long number = 0;
      for (int i = start; i < text.length(); i++) {
        int digit = InfraStrings.digit(text.charAt(i), radix);
        if (digit < 0) {
          return -1;
        }
        number = Math.min(number * radix + digit, TOO_LARGE);
      }
      return number;
    }
  }

  /**
   * IPv6 addresses, read in every spelling and written in the one of RFC 5952.
   *
   * @see <a href="https://url.spec.whatwg.org/#concept-ipv6-parser">URL Standard, IPv6 parser</a>
   */
  private static final class Ipv6Address {

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

    /**
     * The 16-bit pieces between colons, the last two maybe as an IPv4 address; null if malformed.
     */
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
        int digit = InfraStrings.digit(text.charAt(i), 16);
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
          int digit = InfraStrings.digit(part.charAt(i), 10);
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
}
