package io.github.clerkjakarta;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the values of options are written in init parameters, properties and variables. */
final class OptionSyntax {

  private static final Pattern AMOUNT_AND_UNIT = Pattern.compile("(-?[0-9]{1,18})(ms|s|m|h|d)");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]+");

  private OptionSyntax() {}

  /** {@code true}, or a number above zero, as in Clerk's own variables. */
  static boolean flag(String text) {
    if (WHOLE_NUMBER.matcher(text).matches()) {
      return !text.startsWith("-") && text.chars().anyMatch(digit -> digit >= '1' && digit <= '9');
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("Neither true nor false");
    };
  }

  /** Entries with commas between them. */
  static List<String> list(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  /** An amount with its unit, zero without one, or a duration of ISO 8601. */
  static Duration duration(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    Matcher amount = AMOUNT_AND_UNIT.matcher(text);
    try {
      return amount.matches()
          ? duration(Long.parseLong(amount.group(1)), amount.group(2))
          : Duration.parse(text);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException("Not a duration", e);
    }
  }

  private static Duration duration(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** Whether a duration isn't negative, and the current time plus or minus it fits a long. */
  static boolean isPlainDuration(Duration duration) {
    return !duration.isNegative() && duration.toSeconds() < Long.MAX_VALUE / 2000;
  }

  static ForwardedHeaders forwardedHeaders(String text) {
    return ForwardedHeaders.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
