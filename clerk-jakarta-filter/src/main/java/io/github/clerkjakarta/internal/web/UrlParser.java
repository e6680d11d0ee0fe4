package io.github.clerkjakarta.internal.web;

import org.jspecify.annotations.Nullable;

/**
 * The basic URL parser of the URL Standard for special schemes, its states turned into methods that
 * each read one part of the input and append it to the URL that is being written.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-basic-url-parser">URL Standard, 4.4</a>
 */
final class UrlParser {

  private static final char END = '\uFFFF';

  private final String input;
  private int position;

  // The URL written so far, and where its parts begin and end.
  private final StringBuilder text;
  private int schemeEnd;
  private int usernameEnd;
  private int hostStart;
  private int hostEnd;
  private int pathStart;
  private int searchStart;

  private UrlParser(String input) {
    this.input = input;
    this.text = new StringBuilder(input.length() + 16);
  }

  /** The URL this text is, taken relative to the base if there is one; null when it is none. */
  static @Nullable UrlRecord parse(String text, @Nullable UrlRecord base) {
    return new UrlParser(cleaned(text)).url(base);
  }

  /** Without control characters and spaces at the ends, without tabs and newlines anywhere. */
  private static String cleaned(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    StringBuilder kept = null;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean dropped = c == '\t' || c == '\n' || c == '\r';
      if (dropped && kept == null) {
        kept = new StringBuilder(end - start).append(text, start, i);
      } else if (!dropped && kept != null) {
        kept.append(c);
      }
    }
    return kept != null ? kept.toString() : text.substring(start, end);
  }

  private @Nullable UrlRecord url(@Nullable UrlRecord base) {
    int colon = colonBehindScheme();
    if (colon < 0) {
      return base == null ? null : relative(base);
    }
    String scheme = InfraStrings.asciiLowercase(input.substring(0, colon));
    position = colon + 1;
    if (defaultPort(scheme) < 0) {
      return opaque(scheme);
    }
    if (base != null && hasScheme(base, scheme) && !input.startsWith("//", position)) {
      return relative(base);
    }
    return authority(scheme) ? pathAndAfter() : null;
  }

  /**
   * The port that is never written in a URL of this scheme, -1 for a scheme that is not special.
   * The special ones have a host always. The URL Standard also lists {@code file}, which no request
   * and no redirect has.
   */
  private static int defaultPort(String scheme) {
    return switch (scheme) {
      case "https", "wss" -> 443;
      case "http", "ws" -> 80;
      case "ftp" -> 21;
      default -> -1;
    };
  }

  private static boolean hasScheme(UrlRecord url, String scheme) {
    return url.hasHost() && url.scheme().equals(scheme);
  }

  /** The index of the colon behind a scheme, -1 when the text does not begin with one. */
  private int colonBehindScheme() {
    for (int i = 0; i < input.length(); i++) {
      char c = input.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':' && i > 0) {
        return i;
      }
      if (!letter && (i == 0 || !later)) {
        return -1;
      }
    }
    return -1;
  }

  /** A scheme that is not special: what follows it is kept in one piece, though not any port. */
  private @Nullable UrlRecord opaque(String scheme) {
    if (input.startsWith("//", position) && !hasValidPort(position + 2)) {
      return null;
    }
    writeScheme(scheme);
    usernameEnd = text.length();
    writeHost("");
    pathStart = text.length();
    int end = firstOf("?#", position);
    PercentEncodeSet.C0_CONTROL.encode(input, position, end, text);
    if (end < input.length() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
      text.append("%20");
    }
    position = end;
    return queryAndFragment(PercentEncodeSet.QUERY);
  }

  private boolean hasValidPort(int authorityStart) {
    int end = firstOf("/?#", authorityStart);
    int at = input.lastIndexOf('@', end - 1);
    int colon = portColon(Math.max(authorityStart, at + 1), end);
    return colon + 1 >= end || port(colon + 1, end) >= 0;
  }

  private @Nullable UrlRecord relative(UrlRecord base) {
    if (!base.hasHost()) {
      // Only a fragment can be laid over an opaque path.
      return at(position) == '#' ? overFragment(base) : null;
    }
    if (isSlash(at(position))) {
      if (isSlash(at(position + 1))) {
        return authority(base.scheme()) ? pathAndAfter() : null;
      }
      begin(base, base.beforePath());
      return pathAndAfter();
    }
    switch (at(position)) {
      case END, '#' -> {
        return overFragment(base);
      }
      case '?' -> begin(base, base.beforeQuery());
      default -> {
        begin(base, base.beforeQuery());
        dropLastSegment();
        appendSegments();
      }
    }
    return queryAndFragment(PercentEncodeSet.SPECIAL_QUERY);
  }

  private UrlRecord overFragment(UrlRecord base) {
    begin(base, base.beforeHash());
    return fragment();
  }

  /** Reads all before the path; false when there is no valid host or port. */
  private boolean authority(String scheme) {
    while (isSlash(at(position))) {
      position++;
    }
    writeScheme(scheme);
    text.append("//");
    int start = position;
    int end = firstOf("/\\?#", start);
    position = end;
    int at = input.lastIndexOf('@', end - 1);
    if (at >= start) {
      credentials(start, at);
      start = at + 1;
    } else {
      usernameEnd = text.length();
    }
    int colon = portColon(start, end);
    String host = HostParser.parse(input.substring(start, colon));
    if (host == null) {
      return false;
    }
    writeHost(host);
    if (colon + 1 < end) {
      int port = port(colon + 1, end);
      if (port < 0) {
        return false;
      }
      if (port != defaultPort(scheme)) {
        text.append(':').append(port);
      }
    }
    return true;
  }

  private void credentials(int start, int at) {
    int colon = input.indexOf(':', start);
    int usernameStop = colon < 0 || colon > at ? at : colon;
    int before = text.length();
    PercentEncodeSet.USERINFO.encode(input, start, usernameStop, text);
    usernameEnd = text.length();
    if (usernameStop + 1 < at) {
      text.append(':');
      PercentEncodeSet.USERINFO.encode(input, usernameStop + 1, at, text);
    }
    if (text.length() > before) {
      text.append('@');
    }
  }

  /** The colon before a port, the end when there is none; colons in brackets are an address's. */
  private int portColon(int start, int end) {
    boolean inBrackets = false;
    for (int i = start; i < end; i++) {
      char c = input.charAt(i);
      if (c == ':' && !inBrackets) {
        return i;
      }
      inBrackets = c == '[' || (inBrackets && c != ']');
    }
    return end;
  }

  /** The port that these digits make, -1 when it is none. */
  private int port(int start, int end) {
    int port = 0;
    for (int i = start; i < end; i++) {
      int digit = InfraStrings.digit(input.charAt(i), 10);
      port = port * 10 + digit;
      if (digit < 0 || port > 0xFFFF) {
        return -1;
      }
    }
    return port;
  }

  private UrlRecord pathAndAfter() {
    pathStart = text.length();
    if (isSlash(at(position))) {
      position++;
    }
    appendSegments();
    return queryAndFragment(PercentEncodeSet.SPECIAL_QUERY);
  }

  /** Appends the segments from here on to the path, each with its slash. */
  private void appendSegments() {
    int end = firstOf("?#", position);
    boolean more;
    do {
      int start = position;
      while (position < end && !isSlash(input.charAt(position))) {
        position++;
      }
      more = position < end;
      int dots = dots(start, position);
      if (dots == 2) {
        dropLastSegment();
      }
      if (dots == 0) {
        text.append('/');
        PercentEncodeSet.PATH.encode(input, start, position, text);
      } else if (!more) {
        text.append('/');
      }
      if (more) {
        position++;
      }
    } while (more);
  }

  /** 1 or 2 for a segment of so many dots alone, which may be written {@code %2e}; 0 for others. */
  private int dots(int start, int end) {
    int dots = 0;
    int i = start;
    while (i < end && dots < 3) {
      if (input.charAt(i) == '.') {
        i++;
      } else if (i + 3 <= end && input.regionMatches(true, i, "%2e", 0, 3)) {
        i += 3;
      } else {
        return 0;
      }
      dots++;
    }
    return dots < 3 ? dots : 0;
  }

  private UrlRecord queryAndFragment(PercentEncodeSet querySet) {
    searchStart = text.length();
    if (at(position) == '?') {
      int end = firstOf("#", position);
      text.append('?');
      querySet.encode(input, position + 1, end, text);
      position = end;
    }
    return fragment();
  }

  private UrlRecord fragment() {
    int hashStart = text.length();
    if (at(position) == '#') {
      text.append('#');
      PercentEncodeSet.FRAGMENT.encode(input, position + 1, input.length(), text);
    }
    return new UrlRecord(
        text.toString(),
        schemeEnd,
        usernameEnd,
        hostStart,
        hostEnd,
        pathStart,
        searchStart,
        hashStart);
  }

  /** Begins with the first part of another URL, which reaches to its path or further. */
  private void begin(UrlRecord base, String part) {
    text.append(part);
    schemeEnd = base.schemeEnd();
    usernameEnd = base.usernameEnd();
    pathStart = base.pathStart();
    hostStart = base.hostStart();
    hostEnd = base.hostEnd();
    searchStart = Math.min(part.length(), base.searchStart());
  }

  private void writeScheme(String scheme) {
    text.append(scheme);
    schemeEnd = text.length();
    text.append(':');
  }

  private void writeHost(String host) {
    hostStart = text.length();
    text.append(host);
    hostEnd = text.length();
  }

  /** Takes back the last segment of the path and its slash, if there is one. */
  private void dropLastSegment() {
    text.setLength(Math.max(text.lastIndexOf("/"), pathStart));
  }

  /** The character at an index, {@link #END} behind the last one. */
  private char at(int index) {
    return index < input.length() ? input.charAt(index) : END;
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private int firstOf(String stops, int from) {
    int i = from;
    while (i < input.length() && stops.indexOf(input.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
