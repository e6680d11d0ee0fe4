package io.github.clerkjakarta.internal.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query in their order, as JavaScript's {@code URLSearchParams} reads and
 * writes them. Immutable: {@link #append}, {@link #set} answer a changed copy.
 *
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">URL Standard, 5</a>
 */
public final class SearchParams {

  private static final SearchParams EMPTY = new SearchParams(List.of());

  private final List<Pair> pairs;

  private SearchParams(List<Pair> pairs) {
    this.pairs = pairs;
  }

  /** No parameters. */
  public static SearchParams empty() {
    return EMPTY;
  }

  /**
   * Reads a query; one leading {@code ?} is not part of it. Every text is a query: a broken percent
   * sequence stays as it is, and bytes that are no UTF-8 become U+FFFD.
   */
  public static SearchParams parse(String query) {
    List<Pair> pairs = new ArrayList<>();
    int start = query.startsWith("?") ? 1 : 0;
    while (start < query.length()) {
      int ampersand = query.indexOf('&', start);
      int end = ampersand < 0 ? query.length() : ampersand;
      if (end > start) {
        pairs.add(pair(query.substring(start, end)));
      }
      start = end + 1;
    }
    return pairs.isEmpty() ? EMPTY : new SearchParams(pairs);
  }

  private static Pair pair(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new Pair(decode(text), "")
        : new Pair(decode(text.substring(0, equals)), decode(text.substring(equals + 1)));
  }

  /** The decoded name of one {@code name=value} of a query. */
  static String nameOf(String text) {
    int equals = text.indexOf('=');
    return decode(equals < 0 ? text : text.substring(0, equals));
  }

  private static String decode(String text) {
    return PercentDecoding.leniently(text.replace('+', ' '));
  }

  /** The text as the name or value of a query: a space is {@code +}, the rest percent-encoded. */
  public static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    PercentEncodeSet.FORM.encode(text, 0, text.length(), out);
    return out.toString().replace(' ', '+');
  }

  /** The first value of this name, null when there is none. */
  public @Nullable String get(String name) {
    // by index: every request asks this several times, and an iterator would be made each time
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i).name.equals(name)) {
        return pairs.get(i).value;
      }
    }
    return null;
  }

  /** Whether a parameter has this name. */
  public boolean has(String name) {
    return get(name) != null;
  }

  /** Whether there are no parameters. */
  public boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** These parameters and one more at the end. */
  public SearchParams append(String name, String value) {
    List<Pair> changed = new ArrayList<>(pairs);
    changed.add(
        new Pair(InfraStrings.scalarValueString(name), InfraStrings.scalarValueString(value)));
    return new SearchParams(changed);
  }

  /**
   * These parameters with one of this name: the first keeps its place and gets the value, others of
   * the name go; it comes last when there was none.
   */
  public SearchParams set(String name, String value) {
    if (!has(name)) {
      return append(name, value);
    }
    List<Pair> changed = new ArrayList<>(pairs.size());
    boolean placed = false;
    for (Pair pair : pairs) {
      if (!pair.name.equals(name)) {
        changed.add(pair);
      } else if (!placed) {
        changed.add(new Pair(pair.name, InfraStrings.scalarValueString(value)));
        placed = true;
      }
    }
    return new SearchParams(changed);
  }

  /**
   * The query, without {@code ?}, encoded afresh whatever it was read from. It may hold tokens and
   * does not belong in a log.
   */
  @Override
  public String toString() {
    StringBuilder query = new StringBuilder();
    for (Pair pair : pairs) {
      if (query.length() > 0) {
        query.append('&');
      }
      query.append(encode(pair.name)).append('=').append(encode(pair.value));
    }
    return query.toString();
  }

  private record Pair(String name, String value) {}
}
