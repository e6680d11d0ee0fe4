package io.github.clerkjakarta.internal.web;

import org.jspecify.annotations.Nullable;

/**
 * IPv4 addresses in all the spellings the URL Standard takes: {@code 127.1}, {@code 0x7f.1}.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-ipv4-parser">URL Standard, IPv4 parser</a>
 */
final class Ipv4Address {

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
      int digit = AsciiDigits.value(text.charAt(i), radix);
      if (digit < 0) {
        return -1;
      }
      number = Math.min(number * radix + digit, TOO_LARGE);
    }
    return number;
  }
}
