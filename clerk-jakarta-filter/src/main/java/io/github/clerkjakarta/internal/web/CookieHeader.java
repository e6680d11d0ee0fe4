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
  private static final int PLACES = 4;

  private final String header;

  /** Of each pair, where its name starts and ends, and where its value does. */
  private int[] places = new int[PLACES * USUAL_PAIRS];

  private int used;

  /** Where the first percent sign stands; negative until somebody asks. */
  private int firstPercent = -1;

  private CookieHeader(String header) {
    this.header = header;
    int start = 0;
    int equals = -1;
    while (start < header.length()) {
      int end = indexOrEnd(';', start);
      if (equals < start) {
        // Once for all the pairs that lie before it, which keeps this linear.
        equals = indexOrEnd('=', start);
      }
      if (equals < end) {
        addPair(start, equals, end);
      }
      start = end + 1;
    }
  }

  private int indexOrEnd(char c, int from) {
    int index = header.indexOf(c, from);
    return index < 0 ? header.length() : index;
  }

  private void addPair(int start, int equals, int end) {
    if (used == places.length) {
      places = Arrays.copyOf(places, 2 * used);
    }
    int nameStart = skipBlanks(start, equals);
    places[used] = nameStart;
    places[used + 1] = trimmedEnd(nameStart, equals);
    int valueStart = skipBlanks(equals + 1, end);
    places[used + 2] = valueStart;
    places[used + 3] = trimmedEnd(valueStart, end);
    used += PLACES;
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
    int pair = find(name);
    if (pair < 0) {
      return null;
    }
    String value = header.substring(places[pair + 2], places[pair + 3]);
    String decoded = value.indexOf('%') < 0 ? value : PercentDecoding.strictly(value);
    return decoded != null ? decoded : value;
  }

  /**
   * Where in the header the value of a cookie stands, for those who need not copy it; null when
   * there is no such cookie or its value has a percent sign, so that only {@link #get} can tell it.
   */
  public @Nullable Region locate(String name) {
    int pair = find(name);
    if (pair < 0) {
      return null;
    }
    Region value = new Region(places[pair + 2], places[pair + 3]);
    return nextPercent(value.start()) < value.end() ? null : value;
  }

  /** The raw text, to which the offsets of {@link Region} belong; empty when it has no cookie. */
  public String text() {
    return header;
  }

  /** Where the places of the first cookie of this name are; -1 when there is none. */
  private int find(String name) {
    for (int i = 0; i < used; i += PLACES) {
      if (places[i + 1] - places[i] == name.length() && header.startsWith(name, places[i])) {
        return i;
      }
    }
    return -1;
  }

  /** The first percent sign from here on; few headers have any, which need looking at once. */
  private int nextPercent(int from) {
    if (firstPercent < 0) {
      firstPercent = indexOrEnd('%', 0);
    }
    return firstPercent >= from ? firstPercent : indexOrEnd('%', from);
  }

  private int trimmedEnd(int start, int to) {
    int end = to;
    while (end > start && isBlank(header.charAt(end - 1))) {
      end--;
    }
    return end;
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
