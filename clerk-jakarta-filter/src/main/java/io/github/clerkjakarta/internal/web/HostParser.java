package io.github.clerkjakarta.internal.web;

import java.net.IDN;
import org.jspecify.annotations.Nullable;

/**
 * The host parser of the URL Standard. It never throws: what is no host is null.
 *
 * @see <a href="https://url.spec.whatwg.org/#host-parsing">URL Standard, 3.5</a>
 */
final class HostParser {

  private static final String FORBIDDEN = " #%/:<>?@[\\]^|\u007F";

  /** Sharp s, final sigma and the joiners: IDNA 2003 would turn them into another host. */
  private static final String DEVIATIONS = "\u00DF\u03C2\u200C\u200D";

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
   * The domain in lower case and Punycode. The Standard asks for UTS 46; the JDK has IDNA 2003,
   * which knows fewer characters. Names that it refuses or reads differently are refused here, so
   * the host is never another one than a browser would go to. Browsers send hosts in Punycode,
   * which passes unchecked.
   */
  private static @Nullable String asciiDomain(String domain) {
    boolean ascii = true;
    for (int i = 0; i < domain.length(); i++) {
      char c = domain.charAt(i);
      if (c >= 0x80) {
        ascii = false;
        if (DEVIATIONS.indexOf(c) >= 0) {
          return null;
        }
      }
    }
    if (ascii) {
      return AsciiCase.lower(domain);
    }
    try {
      return AsciiCase.lower(IDN.toASCII(domain));
    } catch (RuntimeException e) {
      // IllegalArgumentException, and since Java 25 a plain one for a name that is too long
      return null;
    }
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
}
