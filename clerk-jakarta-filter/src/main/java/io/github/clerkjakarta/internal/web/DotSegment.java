package io.github.clerkjakarta.internal.web;

/**
 * The path segments {@code .} and {@code ..}, whose dots may be written {@code %2e}.
 *
 * @see <a href="https://url.spec.whatwg.org/#single-dot-path-segment">URL Standard, 4.1</a>
 */
final class DotSegment {

  private DotSegment() {}

  /** 1 or 2 for a segment of so many dots alone, 0 for any other. */
  static int dots(String text, int start, int end) {
    int dots = 0;
    int i = start;
    while (i < end) {
      if (text.charAt(i) == '.') {
        i++;
      } else if (i + 3 <= end && text.regionMatches(true, i, "%2e", 0, 3)) {
        i += 3;
      } else {
        return 0;
      }
      if (++dots > 2) {
        return 0;
      }
    }
    return dots;
  }
}
