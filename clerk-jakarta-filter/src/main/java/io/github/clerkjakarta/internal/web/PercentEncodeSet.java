package io.github.clerkjakarta.internal.web;

/**
 * A percent-encode set of the URL Standard: the characters that one part of a URL cannot hold as
 * they are. Everything outside ASCII is in each of these sets.
 *
 * @see <a href="https://url.spec.whatwg.org/#percent-encoded-bytes">URL Standard, 1.3</a>
 */
final class PercentEncodeSet {

  static final PercentEncodeSet C0_CONTROL = new PercentEncodeSet("\u007F");
  static final PercentEncodeSet FRAGMENT = C0_CONTROL.and(" \"<>`");
  static final PercentEncodeSet QUERY = C0_CONTROL.and(" \"#<>");
  static final PercentEncodeSet SPECIAL_QUERY = QUERY.and("'");
  static final PercentEncodeSet PATH = QUERY.and("?^`{}");
  static final PercentEncodeSet USERINFO = PATH.and("/:;=@[\\]|");

  /** {@code application/x-www-form-urlencoded}, without the space, which has a sign of its own. */
  static final PercentEncodeSet FORM = USERINFO.and("$&+,!'()~%").without(" ");

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private final long low;
  private final long high;

  private PercentEncodeSet(String members) {
    this(0xFFFF_FFFFL | bits(members, 0), bits(members, 64));
  }

  private PercentEncodeSet(long low, long high) {
    this.low = low;
    this.high = high;
  }

  private PercentEncodeSet and(String more) {
    return new PercentEncodeSet(low | bits(more, 0), high | bits(more, 64));
  }

  private PercentEncodeSet without(String fewer) {
    return new PercentEncodeSet(low & ~bits(fewer, 0), high & ~bits(fewer, 64));
  }

  private static long bits(String members, int from) {
    long bits = 0;
    for (int i = 0; i < members.length(); i++) {
      int offset = members.charAt(i) - from;
      if (offset >= 0 && offset < 64) {
        bits |= 1L << offset;
      }
    }
    return bits;
  }

  boolean contains(char c) {
    if (c < 64) {
      return ((low >>> c) & 1) != 0;
    }
    return c >= 128 || ((high >>> (c - 64)) & 1) != 0;
  }

  /**
   * Appends a stretch of text, its members written as the percent-encoded bytes of their UTF-8
   * form; a lone surrogate counts as U+FFFD.
   */
  void encode(String text, int start, int end, StringBuilder out) {
    int plain = start;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (contains(c)) {
        out.append(text, plain, i);
        int codePoint = c;
        if (Character.isSurrogate(c)) {
          codePoint = InfraStrings.scalarValueAt(text, i, end);
          if (codePoint > 0xFFFF) {
            i++;
          }
        }
        encode(codePoint, out);
        plain = i + 1;
      }
    }
    out.append(text, plain, end);
  }

  private static void encode(int codePoint, StringBuilder out) {
    if (codePoint < 0x80) {
      appendByte(codePoint, out);
    } else if (codePoint < 0x800) {
      appendByte(0xC0 | (codePoint >> 6), out);
      appendByte(0x80 | (codePoint & 0x3F), out);
    } else if (codePoint < 0x10000) {
      appendByte(0xE0 | (codePoint >> 12), out);
      appendByte(0x80 | ((codePoint >> 6) & 0x3F), out);
      appendByte(0x80 | (codePoint & 0x3F), out);
    } else {
      appendByte(0xF0 | (codePoint >> 18), out);
      appendByte(0x80 | ((codePoint >> 12) & 0x3F), out);
      appendByte(0x80 | ((codePoint >> 6) & 0x3F), out);
      appendByte(0x80 | (codePoint & 0x3F), out);
    }
  }

  private static void appendByte(int value, StringBuilder out) {
    out.append('%').append(HEX[value >> 4]).append(HEX[value & 0xF]);
  }
}
