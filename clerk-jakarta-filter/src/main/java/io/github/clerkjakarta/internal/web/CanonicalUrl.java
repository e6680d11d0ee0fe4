package io.github.clerkjakarta.internal.web;

import org.jspecify.annotations.Nullable;

/**
 * The quick way in: nearly every URL a browser sends is already spelled as parsing would spell it.
 * One pass over the text proves that and finds the parts; whatever is less than certain is left to
 * {@link UrlParser}.
 */
final class CanonicalUrl {

  private CanonicalUrl() {}

  /** The URL that this text is, null when it is none or might be spelled differently. */
  static @Nullable UrlRecord recognise(String text) {
    boolean secure = text.startsWith("https://");
    if (!secure && !text.startsWith("http://")) {
      return null;
    }
    int schemeEnd = secure ? 5 : 4;
    int hostStart = schemeEnd + 3;
    int hostEnd = hostEnd(text, hostStart);
    if (hostEnd < 0) {
      return null;
    }
    int pathStart = text.charAt(hostEnd) == ':' ? portEnd(text, hostEnd + 1, secure) : hostEnd;
    if (pathStart < 0) {
      return null;
    }
    int searchStart = pathEnd(text, pathStart);
    if (searchStart < 0) {
      return null;
    }
    int hashStart = plainEnd(text, searchStart, PercentEncodeSet.SPECIAL_QUERY);
    boolean plain =
        hashStart == text.length()
            || (text.charAt(hashStart) == '#'
                && plainEnd(text, hashStart, PercentEncodeSet.FRAGMENT) == text.length());
    return plain
        ? new UrlRecord(
            text, schemeEnd, hostStart, hostStart, hostEnd, pathStart, searchStart, hashStart)
        : null;
  }

  /** Where a lower-case host name ends, -1 when it is none or may be a number. */
  private static int hostEnd(String text, int start) {
    int labelStart = start;
    int previousLabelStart = start;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        previousLabelStart = labelStart;
        labelStart = i + 1;
      } else if (c == ':' || c == '/') {
        char first = text.charAt(labelStart == i ? previousLabelStart : labelStart);
        return i == start || isDigit(first) ? -1 : i;
      } else if ((c < 'a' || c > 'z') && !isDigit(c) && c != '-' && c != '_') {
        return -1;
      }
    }
    return -1;
  }

  /** Where a port that has to be written ends and a path begins, -1 when there is no such. */
  private static int portEnd(String text, int start, boolean secure) {
    int port = 0;
    for (int i = start; i < text.length() && i <= start + 5; i++) {
      char c = text.charAt(i);
      if (c == '/') {
        boolean canonical = port != (secure ? 443 : 80) && port <= 0xFFFF;
        return canonical && text.charAt(start) != '0' && i > start ? i : -1;
      }
      if (!isDigit(c)) {
        return -1;
      }
      port = port * 10 + (c - '0');
    }
    return -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Where a path without dot segments ends, -1 when something in it may change. */
  private static int pathEnd(String text, int start) {
    int i = start;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '?' || c == '#') {
        return i;
      }
      boolean mayStartDotSegment = (c == '.' || c == '%') && text.charAt(i - 1) == '/';
      if (mayStartDotSegment || c == '\\' || PercentEncodeSet.PATH.contains(c)) {
        return -1;
      }
    }
    return i;
  }

  /**
   * Where a query or fragment ends: at its first character that would be encoded, which for a query
   * includes the {@code #} of a fragment.
   */
  private static int plainEnd(String text, int start, PercentEncodeSet encoded) {
    int i = start;
    while (i < text.length() && !encoded.contains(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
