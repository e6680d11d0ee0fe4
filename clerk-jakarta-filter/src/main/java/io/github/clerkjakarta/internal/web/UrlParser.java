package io.github.clerkjakarta.internal.web;

import org.jspecify.annotations.Nullable;

/**
 * The basic URL parser of the URL Standard for special schemes, its states turned into methods that
 * each read one part and append it to the result.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-basic-url-parser">URL Standard, 4.4</a>
 */
final class UrlParser {

  private final String input;
  private final StringBuilder out;
  private int position;
  private int schemeEnd;
  private int usernameEnd;
  private int hostStart;
  private int hostEnd;
  private int pathStart;
  private int searchStart;

  private UrlParser(String input) {
    this.input = input;
    this.out = new StringBuilder(input.length() + 16);
  }

  /** The URL this text is, taken relative to the base if there is one; null when it is none. */
  static @Nullable WebUrl parse(String text, @Nullable WebUrl base) {
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

  private @Nullable WebUrl url(@Nullable WebUrl base) {
    int colon = schemeEnd();
    if (colon < 0) {
      return base == null ? null : relative(base);
    }
    String scheme = AsciiCase.lower(input.substring(0, colon));
    position = colon + 1;
    if (!SpecialScheme.includes(scheme)) {
      return opaque(scheme);
    }
    if (base != null && hasScheme(base, scheme) && !input.startsWith("//", position)) {
      return relative(base);
    }
    return authority(scheme) ? pathAndAfter() : null;
  }

  private static boolean hasScheme(WebUrl url, String scheme) {
    return url.hasHost() && url.scheme().equals(scheme);
  }

  /** The index of the colon behind a scheme, -1 when the text does not begin with one. */
  private int schemeEnd() {
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

  /** A scheme that is not special: what follows it is kept in one piece. */
  private WebUrl opaque(String scheme) {
    out.append(scheme).append(':');
    schemeEnd = scheme.length();
    usernameEnd = hostStart = hostEnd = pathStart = out.length();
    int end = firstOf("?#", position);
    PercentEncodeSet.C0_CONTROL.encode(input, position, end, out);
    position = end;
    return queryAndFragment(PercentEncodeSet.QUERY);
  }

  private @Nullable WebUrl relative(WebUrl base) {
    if (!base.hasHost()) {
      // Only a fragment can be laid over an opaque path.
      return at(position) == '#' ? overFragment(base) : null;
    }
    if (isSlash(at(position))) {
      if (isSlash(at(position + 1))) {
        return authority(base.scheme()) ? pathAndAfter() : null;
      }
      keep(base, base.beforePath());
      return pathAndAfter();
    }
    switch (at(position)) {
      case END, '#' -> {
        return overFragment(base);
      }
      case '?' -> keep(base, base.beforeQuery());
      default -> {
        keep(base, base.beforeQuery());
        dropLastSegment();
        appendSegments();
      }
    }
    searchStart = out.length();
    return queryAndFragment(PercentEncodeSet.SPECIAL_QUERY);
  }

  private WebUrl overFragment(WebUrl base) {
    keep(base, base.beforeHash());
    searchStart = base.beforeQuery().length();
    return fragment();
  }

  private void keep(WebUrl base, String part) {
    out.append(part);
    schemeEnd = base.scheme().length();
    pathStart = base.beforePath().length();
    hostStart = pathStart - base.hostAndPort().length();
    hostEnd = hostStart + base.host().length();
    usernameEnd = base.usernameEnd();
  }

  /** Reads scheme to port; false when there is no valid host or port. */
  private boolean authority(String scheme) {
    while (isSlash(at(position))) {
      position++;
    }
    out.append(scheme).append("://");
    schemeEnd = scheme.length();
    int end = firstOf("/\\?#", position);
    int at = input.lastIndexOf('@', end - 1);
    int start = position;
    if (at >= start) {
      credentials(start, at);
      start = at + 1;
    } else {
      usernameEnd = out.length();
    }
    hostStart = out.length();
    int colon = portColon(start, end);
    String host = HostParser.parse(input.substring(start, colon));
    if (host == null) {
      return false;
    }
    out.append(host);
    hostEnd = out.length();
    position = end;
    if (colon < end && !port(scheme, colon + 1, end)) {
      return false;
    }
    pathStart = out.length();
    return true;
  }

  private void credentials(int start, int end) {
    int colon = input.indexOf(':', start);
    int usernameStop = colon < 0 || colon > end ? end : colon;
    int before = out.length();
    PercentEncodeSet.USERINFO.encode(input, start, usernameStop, out);
    usernameEnd = out.length();
    if (usernameStop + 1 < end) {
      out.append(':');
      PercentEncodeSet.USERINFO.encode(input, usernameStop + 1, end, out);
    }
    if (out.length() > before) {
      out.append('@');
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

  private boolean port(String scheme, int start, int end) {
    int port = 0;
    for (int i = start; i < end; i++) {
      int digit = AsciiDigits.value(input.charAt(i), 10);
      port = port * 10 + digit;
      if (digit < 0 || port > 0xFFFF) {
        return false;
      }
    }
    if (end > start && port != SpecialScheme.defaultPort(scheme)) {
      out.append(':').append(port);
    }
    return true;
  }

  private WebUrl pathAndAfter() {
    if (isSlash(at(position))) {
      position++;
    }
    appendSegments();
    searchStart = out.length();
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
      int dots = DotSegment.dots(input, start, position);
      if (dots == 2) {
        dropLastSegment();
      }
      if (dots == 0) {
        out.append('/');
        PercentEncodeSet.PATH.encode(input, start, position, out);
      } else if (!more) {
        out.append('/');
      }
      if (more) {
        position++;
      }
    } while (more);
  }

  private void dropLastSegment() {
    int slash = out.lastIndexOf("/");
    out.setLength(Math.max(slash, pathStart));
  }

  private WebUrl queryAndFragment(PercentEncodeSet querySet) {
    searchStart = out.length();
    if (at(position) == '?') {
      int end = firstOf("#", position);
      out.append('?');
      querySet.encode(input, position + 1, end, out);
      position = end;
    }
    return fragment();
  }

  private WebUrl fragment() {
    int hashStart = out.length();
    if (at(position) == '#') {
      out.append('#');
      PercentEncodeSet.FRAGMENT.encode(input, position + 1, input.length(), out);
    }
    return new WebUrl(
        out.toString(),
        schemeEnd,
        usernameEnd,
        hostStart,
        hostEnd,
        pathStart,
        searchStart,
        hashStart);
  }

  private static final char END = '\uFFFF';

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
