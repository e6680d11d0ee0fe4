package io.github.clerkjakarta.internal.token;

import org.jspecify.annotations.Nullable;

/**
 * The dates of RFC 7519, section 2, as JavaScript reads them: seconds since the epoch, of which a
 * fraction doesn't count.
 */
final class NumericDate {

  /** Stands for a claim that is no date. No comparison with it is true. */
  static final double NONE = Double.NaN;

  /** The largest date that ECMAScript can represent, in milliseconds; Clerk's tokens are below. */
  private static final double LARGEST = 8.64e15;

  private NumericDate() {}

  /**
   * A claim in milliseconds since the epoch; {@link #NONE} when it is no number, or a date that no
   * calendar knows. A double is exact for every date, and no clock skew makes it overflow.
   */
  static double millis(@Nullable Object claim) {
    if (claim instanceof Number seconds) {
      double millis =
          seconds instanceof Long whole
              ? whole * 1000.0
              : truncated(seconds.doubleValue()) * 1000.0;
      return Math.abs(millis) <= LARGEST ? millis : NONE;
    }
    return NONE;
  }

  private static double truncated(double number) {
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }
}
