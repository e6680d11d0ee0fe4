package io.github.clerkjakarta.internal.web;

import org.jspecify.annotations.Nullable;

/**
 * The basic URL parser of the URL Standard for special schemes, its states turned into methods that
 * each read one part and append it to the result.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-basic-url-parser">URL Standard, 4.4</a>
 */
final class UrlParser {

  private static final char END = '\uFFFF';

  private final String input;
  private final UrlDraft draft;
  private int position;

  private UrlParser(String input) {
    this.input = input;
    this.draft = new UrlDraft(input.length() + 16);
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
    draft.scheme(scheme);
    draft.usernameEnds();
    draft.host("");
    draft.pathStarts();
    int end = firstOf("?#", position);
    PercentEncodeSet.C0_CONTROL.encode(input, position, end, draft.text);
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
      draft.begin(base, base.beforePath());
      return pathAndAfter();
    }
    switch (at(position)) {
      case END, '#' -> {
        return overFragment(base);
      }
      case '?' -> draft.begin(base, base.beforeQuery());
      default -> {
        draft.begin(base, base.beforeQuery());
        draft.dropLastSegment();
        appendSegments();
      }
    }
    return queryAndFragment(PercentEncodeSet.SPECIAL_QUERY);
  }

  private WebUrl overFragment(WebUrl base) {
    draft.begin(base, base.beforeHash());
    return fragment();
  }

  /** Reads all before the path; false when there is no valid host or port. */
  private boolean authority(String scheme) {
    while (isSlash(at(position))) {
      position++;
    }
    draft.scheme(scheme);
    draft.text.append("//");
    int start = position;
    position = firstOf("/\\?#", start);
    return AuthorityParser.append(scheme, input, start, position, draft);
  }

  private WebUrl pathAndAfter() {
    draft.pathStarts();
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
      int dots = DotSegment.dots(input, start, position);
      if (dots == 2) {
        draft.dropLastSegment();
      }
      if (dots == 0) {
        draft.text.append('/');
        PercentEncodeSet.PATH.encode(input, start, position, draft.text);
      } else if (!more) {
        draft.text.append('/');
      }
      if (more) {
        position++;
      }
    } while (more);
  }

  private WebUrl queryAndFragment(PercentEncodeSet querySet) {
    draft.searchStarts();
    if (at(position) == '?') {
      int end = firstOf("#", position);
      draft.text.append('?');
      querySet.encode(input, position + 1, end, draft.text);
      position = end;
    }
    return fragment();
  }

  private WebUrl fragment() {
    draft.hashStarts();
    if (at(position) == '#') {
      draft.text.append('#');
      PercentEncodeSet.FRAGMENT.encode(input, position + 1, input.length(), draft.text);
    }
    return draft.url();
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
