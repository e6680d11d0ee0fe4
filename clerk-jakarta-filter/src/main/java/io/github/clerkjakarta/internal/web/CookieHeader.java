package io.github.clerkjakarta.internal.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of a {@code Cookie} header, searched by exact name as Clerk's JavaScript SDKs read it
 * (the {@code parse} function of the npm package {@code cookie}). Pairs are split at semicolons,
 * before anything is decoded; a pair without {@code =} is skipped; of equal names the first counts,
 * even when it is empty; double quotes are part of a value. Nothing in a header makes this throw.
 *
 * <p>The header is taken apart once, into the places of its pairs; a search compares names there
 * and copies none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5.4">RFC 6265, 5.4</a>
 */
public final class CookieHeader {

  private static final int SHORTEST_PAIR = 2;
  private static final int USUAL_PAIRS = 12;

  private final String header;
  private final boolean percent;

  /** Of each pair, where its name starts and behind which character it ends. */
  private int[] places = new int[2 * USUAL_PAIRS];

  private int used;

  private CookieHeader(String header) {
    this.header = header;
    this.percent = header.indexOf('%') >= 0;
    int start = 0;
    while (start < header.length()) {
      int semicolon = header.indexOf(';', start);
      int end = semicolon < 0 ? header.length() : semicolon;
      addPair(skipBlanks(start, end), end);
      start = end + 1;
    }
  }

  private void addPair(int nameStart, int end) {
    if (used == places.length) {
      places = Arrays.copyOf(places, 2 * used);
    }
    places[used] = nameStart;
    places[used + 1] = end;
    used += 2;
  }

  /**
   * Reads a header.
   *
   * @param header the text; several headers joined with {@code "; "}; empty for none
   */
  public static CookieHeader of(String header) {
    return new CookieHeader(header.length() < SHORTEST_PAIR ? "" : header);
  }

  /**
   * The value of a cookie, percent-decoded where that is possible; null when there is no such
   * cookie.
   */
  public @Nullable String get(String name) {
    Region region = find(name);
    if (region == null) {
      return null;
    }
    String value = header.substring(region.start, region.end);
    String decoded = hasPercent(region) ? PercentDecoding.strictly(value) : value;
    return decoded != null ? decoded : value;
  }

  /**
   * Where in the header the value of a cookie stands, for those who need not copy it; null when
   * there is no such cookie or its value has a percent sign, so that only {@link #get} can tell it.
   */
  public @Nullable Region locate(String name) {
    Region region = find(name);
    return region == null || hasPercent(region) ? null : region;
  }

  /** The raw text, to which the offsets of {@link Region} belong; empty when it has no cookie. */
  public String text() {
    return header;
  }

  private @Nullable Region find(String name) {
    for (int i = 0; i < used; i += 2) {
      if (header.startsWith(name, places[i])) {
        int end = places[i + 1];
        int equals = skipBlanks(places[i] + name.length(), end);
        if (equals < end && header.charAt(equals) == '=') {
          return trimmed(equals + 1, end);
        }
      }
    }
    return null;
  }

  private boolean hasPercent(Region region) {
    if (!percent) {
      return false;
    }
    int first = header.indexOf('%', region.start);
    return first >= 0 && first < region.end;
  }

  private Region trimmed(int from, int to) {
    int start = skipBlanks(from, to);
    int end = to;
    while (end > start && isBlank(header.charAt(end - 1))) {
      end--;
    }
    return new Region(start, end);
  }

  private int skipBlanks(int from, int to) {
    int i = from;
    while (i < to && isBlank(header.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /**
   * A part of the header's text.
   *
   * @param start the index of its first character
   * @param end the index behind its last character
   */
  public record Region(int start, int end) {}
}
