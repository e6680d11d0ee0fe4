package io.github.clerkjakarta.internal.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of a {@code Cookie} header, searched by exact name as Clerk's JavaScript SDKs read it
 * (the {@code parse} function of the npm package {@code cookie}). Pairs are split at semicolons,
 * before anything is decoded; a pair without {@code =} is skipped; of equal names the first counts,
 * even when it is empty; double quotes are part of a value. Nothing in a header makes this throw.
 *
 * <p>The header is taken apart once, into the places of the pairs whose names begin in one way; a
 * search compares names there and copies none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5.4">RFC 6265, 5.4</a>
 */
public final class CookieHeader {

  private static final int SHORTEST_PAIR = 2;
  private static final int USUAL_PAIRS = 6;
  private static final int PLACES = 4;

  private final String header;

  /** Of each pair, where its name starts and ends, and where its value does. */
  private int[] places = new int[PLACES * USUAL_PAIRS];

  private int used;

  private CookieHeader(String header, String prefix) {
    this.header = header;
    int start = 0;
    int equals = -1;
    while (start < header.length()) {
      int end = indexOrEnd(';', start);
      int name = skipBlanks(start, end);
      if (header.startsWith(prefix, name)) {
        if (equals < name) {
          // Once for all the pairs that lie before it, which keeps this linear.
          equals = indexOrEnd('=', name);
        }
        if (equals < end) {
          addPair(name, equals, end);
        }
      }
      start = end + 1;
    }
  }

  private int indexOrEnd(char c, int from) {
    int index = header.indexOf(c, from);
    return index < 0 ? header.length() : index;
  }

  private void addPair(int name, int equals, int end) {
    if (used == places.length) {
      places = Arrays.copyOf(places, 2 * used);
    }
    places[used] = name;
    places[used + 1] = trimmedEnd(name, equals);
    int valueStart = skipBlanks(equals + 1, end);
    places[used + 2] = valueStart;
    places[used + 3] = trimmedEnd(valueStart, end);
    used += PLACES;
  }

  /**
   * Reads a header.
   *
   * @param header the text; several headers joined with {@code "; "}; empty for none
   * @param prefix what the names of the cookies begin with; those of others aren't found
   */
  public static CookieHeader of(String header, String prefix) {
    return new CookieHeader(header.length() < SHORTEST_PAIR ? "" : header, prefix);
  }

  /**
   * The value of a cookie, percent-decoded where that is possible; null when there is no such
   * cookie.
   */
  public @Nullable String get(String name) {
    Region raw = locate(name);
    return raw == null ? null : decoded(header.substring(raw.start(), raw.end()));
  }

  /**
   * Where in the header the value of a cookie stands, as it was sent, for those who need not copy
   * it; null when there is no such cookie.
   */
  public @Nullable Region locate(String name) {
    for (int i = 0; i < used; i += PLACES) {
      if (places[i + 1] - places[i] == name.length() && header.startsWith(name, places[i])) {
        return new Region(places[i + 2], places[i + 3]);
      }
    }
    return null;
  }

  /** A value as it was sent, percent-decoded where that is possible. */
  public static String decoded(String raw) {
    String decoded = PercentDecoding.strictly(raw);
    return decoded == null ? raw : decoded;
  }

  /** The raw text, to which the offsets of {@link Region} belong; empty when it has no cookie. */
  public String text() {
    return header;
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
  public record Region(int start, int end) {

    /** Whether there is no character in it. */
    public boolean isEmpty() {
      return start == end;
    }
  }
}
