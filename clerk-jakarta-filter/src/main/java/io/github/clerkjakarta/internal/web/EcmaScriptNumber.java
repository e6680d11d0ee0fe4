package io.github.clerkjakarta.internal.web;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text read as a number the way JavaScript does it, on which the meaning of Clerk's cookies {@code
 * __client_uat} and {@code __clerk_redirect_count} rests. Nothing here throws; what is no number is
 * NaN.
 */
public final class EcmaScriptNumber {

  /** From this many significant hexadecimal digits on, no {@code double} is large enough. */
  private static final int LONGEST_FINITE_HEX = 256;

  /** Up to this many decimal digits, every whole number is a {@code double}. */
  private static final int LONGEST_EXACT_DECIMAL = 15;

  private EcmaScriptNumber() {}

  /**
   * The integer a text begins with, as {@code Number.parseInt(text)}: white space, a sign and the
   * prefix {@code 0x} may come before the digits, anything after them.
   *
   * @see <a href="https://tc39.es/ecma262/#sec-parseint-string-radix">ECMA-262, parseInt</a>
   */
  public static double parseInt(String text) {
    int start = skipWhiteSpace(text);
    boolean negative = text.startsWith("-", start);
    if (negative || text.startsWith("+", start)) {
      start++;
    }
    boolean hexadecimal = text.regionMatches(true, start, "0x", 0, 2);
    if (hexadecimal) {
      start += 2;
    }
    int end = digitsEnd(text, start, hexadecimal ? 16 : 10);
    double magnitude = integer(text, start, end, hexadecimal ? 16 : 10);
    return negative ? -magnitude : magnitude;
  }

  /**
   * The number a text is as a whole, as {@code Number(text)}: blank is 0; {@code 0x}, {@code 0o},
   * {@code 0b}, a fraction, an exponent and {@code Infinity} are understood.
   *
   * @see <a href="https://tc39.es/ecma262/#sec-stringtonumber">ECMA-262, StringToNumber</a>
   */
  public static double toNumber(String text) {
    int start = skipWhiteSpace(text);
    int end = text.length();
    while (end > start && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    String trimmed = text.substring(start, end);
    if (trimmed.isEmpty()) {
      return 0;
    }
    if (trimmed.length() > 2 && trimmed.charAt(0) == '0') {
      int radix =
          switch (trimmed.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
          };
      if (radix != 10) {
        boolean whole = digitsEnd(trimmed, 2, radix) == trimmed.length();
        return whole ? integer(trimmed, 2, trimmed.length(), radix) : Double.NaN;
      }
    }
    return decimal(trimmed);
  }

  /**
   * The number that a JSON value counts as in a comparison: null is 0, true is 1, a text or the one
   * element of a list is read as {@link #toNumber}; anything else is NaN.
   *
   * @see <a href="https://tc39.es/ecma262/#sec-tonumber">ECMA-262, ToNumber</a>
   */
  public static double ofJson(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (value instanceof String text) {
      return toNumber(text);
    }
    if (value instanceof List<?> list && list.size() <= 1) {
      return list.isEmpty() || list.get(0) == null ? 0 : ofElement(list.get(0));
    }
    return value == null ? 0 : Double.NaN;
  }

  /** An element counts by its text, and a truth value's text is no number. */
  private static double ofElement(Object element) {
    return element instanceof Boolean ? Double.NaN : ofJson(element);
  }

  private static double decimal(String text) {
    int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    if (text.startsWith("Infinity", start)) {
      return text.length() == start + 8 ? Double.parseDouble(text) : Double.NaN;
    }
    int wholeEnd = digitsEnd(text, start, 10);
    int fractionEnd = text.startsWith(".", wholeEnd) ? digitsEnd(text, wholeEnd + 1, 10) : wholeEnd;
    boolean digits = wholeEnd > start || fractionEnd > wholeEnd + 1;
    int end = fractionEnd;
    if (text.startsWith("e", end) || text.startsWith("E", end)) {
      int exponent = end + 1;
      if (text.startsWith("+", exponent) || text.startsWith("-", exponent)) {
        exponent++;
      }
      end = digitsEnd(text, exponent, 10);
      digits &= end > exponent;
    }
    return digits && end == text.length() ? Double.parseDouble(text) : Double.NaN;
  }

  /** The value of the digits, rounded once; NaN when there are none. */
  private static double integer(String text, int start, int end, int radix) {
    int significant = start;
    while (significant < end && text.charAt(significant) == '0') {
      significant++;
    }
    if (significant == end) {
      return end > start ? 0 : Double.NaN;
    }
    if (radix == 10 && end - significant <= LONGEST_EXACT_DECIMAL) {
      return (double) Long.parseLong(text, significant, end, radix);
    }
    if (radix == 10) {
      return Double.parseDouble(text.substring(significant, end));
    }
    int bitsPerDigit = Integer.numberOfTrailingZeros(radix);
    return (end - significant) * bitsPerDigit > LONGEST_FINITE_HEX * 4 + 4
        ? Double.POSITIVE_INFINITY
        : new BigInteger(text.substring(significant, end), radix).doubleValue();
  }

  private static int digitsEnd(String text, int start, int radix) {
    int end = start;
    while (end < text.length() && InfraStrings.digit(text.charAt(end), radix) >= 0) {
      end++;
    }
    return end;
  }

  private static int skipWhiteSpace(String text) {
    int i = 0;
    while (i < text.length() && isWhiteSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** White space and line terminators of ECMA-262, 12.2 and 12.3. */
  private static boolean isWhiteSpace(char c) {
    if (c < 0x80) {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c == '\uFEFF'
        || c == '\u2028'
        || c == '\u2029'
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }
}
